"""Active content in a Pelican site: an error, unless the site and the text both allow it."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pelican import Pelican, signals
from pelican.contents import Article, Content, Page

from active_content.finding import KINDS, Active, find_active
from contract.plugin import register as carry
from contract.publication import publication_of
from contract.text import Text, text_of
from incremental import of_its_text
from options import read_value
from problems import Problem, did_you_mean, tell

SETTING = "ACTIVE_CONTENT"
FIELD = "allows"
Kind = Literal["script", "frame", "form", "style", "head"]
Kinds = Annotated[tuple[Kind, ...], 'a list of what texts may hold, as ["script"]']
EXAMPLE = "“Allows: {} — the calculator needs it”"
_STATED = re.compile(r"(?P<kinds>[^—–]*?)\s*(?:—|–|\s--\s)\s*(?P<why>.*)", re.DOTALL)


class SiteAllows(frozenset[str]):
    """The kinds of active content that the site lets its texts hold."""


def set_up(pelican: Pelican) -> None:
    """Read the setting, and tell what is wrong with it."""
    stated = pelican.settings.get(SETTING, ())
    kinds, problems = read_value(Kinds, stated, (), setting=SETTING)
    publication_of(pelican.settings).keep(SiteAllows(kinds))
    tell(*problems)


@of_its_text
def check(content: Content) -> None:
    """Check the HTML of one article or page, and of its metadata."""
    if not isinstance(content, Article | Page):
        return
    text = text_of(content)
    site = publication_of(content.settings).own(SiteAllows)
    # In HTML, a field is an element of the head.
    stated = text.header.fields.get(FIELD) or content.metadata.get(FIELD)
    allowed = set() if stated is None else _allowed(str(stated), text, site)
    formatted = [content.metadata.get(name, "") for name in content.settings["FORMATTED_FIELDS"]]
    parts = [content._content or "", *map(str, formatted)]
    found = {active.told: active for part in parts for active in find_active(part)}
    if any(active.kind not in allowed for active in found.values()):
        lines = text.path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
        for active in found.values():
            if active.kind not in allowed:
                text.tell_all([_problem(active, text, lines, site)])


def _allowed(stated: str, text: Text, site: SiteAllows) -> set[str]:
    """Return what the text and the site allow; what is wrong with the field is told."""
    parted = _STATED.fullmatch(stated)
    kinds = re.split(r"[\s,]+", (parted["kinds"] if parted else stated).strip().lower())
    for kind in kinds:
        if kind not in KINDS:
            hint = did_you_mean(kind, KINDS) or f"; it is one of {', '.join(KINDS)}"
            text.tell(f"there is no “{kind}” to allow{hint}", "active-content", FIELD)
        elif kind not in site:
            message = f"the publication does not allow {kind}; take it out, or name it in {SETTING}"
            text.tell(message, "active-content", FIELD)
    if not parted or not parted["why"].strip():
        text.tell(f"say why, as in {EXAMPLE.format(kinds[0])}", "active-content", FIELD)
        return set()
    return set(site) & set(kinds)


def _problem(active: Active, text: Text, lines: list[str], site: SiteAllows) -> Problem:
    allow = f"say so at its head: {EXAMPLE.format(active.kind)}"
    if active.kind not in site:
        allow = f"name “{active.kind}” in {SETTING}, and {allow}"
    message = f"{active.told} is more than text; take it out, or {allow}"
    return Problem.at(text.path, message, "active-content", line=_line(active, lines))


def _line(active: Active, lines: list[str]) -> int:
    """Return the first of *lines* that has it, as far as it is spelt as browsers read it."""
    for spelt in filter(None, (each.strip().lower() for each in active.spelt)):
        for number, line in enumerate(lines, start=1):
            if spelt in line.lower():
                return number
    return 1


def register() -> None:
    """Connect the handlers."""
    carry()
    signals.initialized.connect(set_up)
    signals.content_object_init.connect(check)
