"""When a page was published: only what it states, never what can only be guessed."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta

from htmldate import find_date
from lxml.html import HtmlElement

from capture.linked_data import things
from capture.model import notice
from citations import PartialDate, parse_date
from problems import Problem

# Somewhere it is tomorrow already.
AHEAD = timedelta(days=1)
YEARS = 100
BYLINE = 12  # words, at most


def published(
    tree: HtmlElement, *, url: str, today: date
) -> tuple[PartialDate | None, list[Problem]]:
    """Return the date that the page states, and what to look at where it has none to rely on."""
    stated = _find(tree, url=url, today=today, extensive=False)
    if not stated:
        return None, _proposal(_find(tree, url=url, today=today, extensive=True))
    issued = parse_date(_as_exact(stated, tree))
    if issued and date(issued.year, issued.month or 1, issued.day or 1) > today + AHEAD:
        message = (
            f"the page says that it was published on {issued}, which has not come yet; write"
            " the right date into the .yaml file as “issued: …”"
        )
        return None, [notice(message, "future-date")]
    return issued, []


def _find(tree: HtmlElement, *, url: str, today: date, extensive: bool) -> str:
    latest = today.replace(year=today.year + YEARS, day=1)
    found = find_date(
        _without_told_dates(deepcopy(tree)),
        extensive_search=extensive,
        original_date=True,
        url=url or None,
        max_date=None if extensive else latest.isoformat(),
    )
    return found or ""


def _without_told_dates(tree: HtmlElement) -> HtmlElement:
    """Return *tree* without the dates that the text tells of: none is that of the page."""
    for element in tree.xpath(".//p//time|.//blockquote//time"):
        sentence = next(element.iterancestors("p", "blockquote"))
        if len(sentence.text_content().split()) > BYLINE:
            element.drop_tag()
    return tree


def _proposal(found: str) -> list[Problem]:
    # The first of January is what htmldate makes of a year.
    if not found or found.endswith("-01-01"):
        return []
    message = (
        f"the page states no date; its text has {found}: if it was published then, write"
        f" “issued: {found}” into the .yaml file"
    )
    return [notice(message, "date-guessed")]


def _as_exact(found: str, tree: HtmlElement) -> str:
    """Return *found* as exact as the page is; of “2026-03”, htmldate makes a day in March."""
    stated = [str(value).strip() for value in tree.xpath("//@content|//@datetime")]
    stated += [str(each.get("datePublished", "")).strip() for each in things(tree)]
    if any(found in value for value in stated):
        return found
    vague = [each for each in stated if parse_date(each) and found.startswith(each)]
    return max(vague, key=len, default=found)
