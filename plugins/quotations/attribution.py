"""The attribution of a quotation: telling it from dialogue, reading its parts, printing it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from citations import (
    Citation,
    PartialDate,
    Source,
    citation_key,
    looks_like_date,
    parse_date,
    web_url,
)
from quotations.model import Attribution, Cited
from quotations.quotation_marks import quoted_start
from verification import QuotationError

# Two hyphens alone underline a heading.
DASH = re.compile(r"^[ ]{0,3}(?:[—–][ \t]*|--[ \t]+(?=\S))")
KEY = re.compile(r"\[@(?P<key>[^\]\[]*)\]")
LINK = re.compile(
    r"""\[(?P<title>(?:[^\[\]]|\[[^\[\]]*\])*)\]
        \(\s*<?(?P<url>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"]*")?\s*\)""",
    re.VERBOSE,
)
AUTOLINK = re.compile(r"<(?P<url>[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+)>")
ISO_DATE = re.compile(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])")
YEAR = re.compile(r"[,،]\s*\d{4}\s*$")
# What is left of a key or a link where a comma is missing, or the link is broken.
HIDDEN_KEY = re.compile(r"\[@")
HIDDEN_LINK = re.compile(r"https?://|\][ ]?[(\[]", re.IGNORECASE)
TRANSLATOR = re.compile(r"^tr\.\s*(?P<name>.*)$")
SENTENCE_END = re.compile(r"[.!?…։؟:;»”“\"]\s*$")
MOST_WORDS = 12


def begins_with_dash(line: str) -> bool:
    """Tell whether *line* may open an attribution, or a line of dialogue."""
    return DASH.match(line) is not None


def names_a_work(text: str) -> bool:
    """Tell whether *text* holds what dialogue never has: a citation key, a link or a date."""
    return any(pattern.search(text) for pattern in (KEY, LINK, AUTOLINK, ISO_DATE, YEAR))


def is_attribution(text: str, *, others: Iterable[str]) -> bool:
    """Tell an attribution from dialogue (DESIGN, section 2, second trap).

    *text* begins with a dash; *others* are the other lines of the block.
    """
    if names_a_work(text):
        return True
    if any(begins_with_dash(line) for line in others):
        return False
    words = DASH.sub("", text).split()
    return len(words) <= MOST_WORDS and not SENTENCE_END.search(text)


def split_parts(text: str) -> list[str]:
    """Split at commas that stand in no bracket and no link."""
    parts, depth, start = [], 0, 0
    for position, character in enumerate(text):
        if character in "[(":
            depth += 1
        elif character in "])":
            depth = max(0, depth - 1)
        elif character in ",،" and depth == 0:
            parts.append(text[start:position])
            start = position + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _work(part: str) -> dict[str, str] | None:
    """Return what *part* says of the work, or None where it is not about the work."""
    if match := KEY.fullmatch(part):
        return {"key": citation_key(match["key"])}
    if match := LINK.fullmatch(part):
        return {"title": _without_marks(match["title"]), "url": web_url(match["url"])}
    if match := AUTOLINK.fullmatch(part):
        return {"url": web_url(match["url"])}
    return None


def _without_marks(title: str) -> str:
    """Return *title* without the quotation marks that hold all of it."""
    title = title.strip()
    return title[1:-1].strip() if quoted_start(title) == 0 else title


def _refuse_hidden(part: str) -> None:
    """Refuse a key or a link inside another part: it would be lost."""
    if HIDDEN_KEY.search(part):
        raise QuotationError(
            message=f"set the key in “{part}” apart with commas: — WHO, ROLE, [@key]",
            code="attribution-part",
        )
    if HIDDEN_LINK.search(part):
        raise QuotationError(
            message=f"set the link in “{part}” apart with commas, as [title](https://…)",
            code="attribution-part",
        )


def _stray(part: str) -> QuotationError:
    return QuotationError(
        message=f"“{part}” has no place in this attribution; write who, what they are,"
        " [@key] or [title](https://…), outlet, 2026-03-14, tr. NAME",
        code="attribution-part",
    )


class _Reading:
    """The parts of one attribution, sorted as they are read from left to right."""

    def __init__(self) -> None:
        self.who: list[str] = []
        self.fields: dict[str, str] = {}
        self.date: PartialDate | None = None

    def take(self, part: str) -> None:
        if (work := _work(part)) is not None:
            self._take_work(work)
            return
        _refuse_hidden(part)
        if match := TRANSLATOR.match(part):
            self._take_translator(match["name"])
        elif (date := parse_date(part)) and self.date is None:
            self.date = date
        elif looks_like_date(part):
            raise QuotationError(
                message=f"{part} is no date; write it as 2026-03-14", code="bad-date"
            )
        elif not self.has_work and self.date is None:
            self.who.append(part)
        elif "url" in self.fields and "outlet" not in self.fields:
            self.fields["outlet"] = part
        else:
            raise _stray(part)

    @property
    def has_work(self) -> bool:
        return "key" in self.fields or "url" in self.fields

    def _take_work(self, work: dict[str, str]) -> None:
        if self.has_work:
            raise QuotationError(
                message="the attribution names two works; quote them one by one",
                code="two-works",
            )
        self.fields |= work

    def _take_translator(self, name: str) -> None:
        if not name:
            raise QuotationError(
                message="“tr.” names nobody; write tr. NAME, or leave it out",
                code="translator",
            )
        if "translator" in self.fields:
            raise QuotationError(
                message="two translators; write one: tr. NAME and NAME",
                code="translator",
            )
        self.fields["translator"] = name


def parse_attribution(text: str) -> Attribution:
    """Return the parts of *text*, an attribution with its dash.

    Raises QuotationError where it says nothing, or says what cannot be understood.
    """
    reading = _Reading()
    for part in split_parts(" ".join(DASH.sub("", text).split())):
        reading.take(part)
    if not reading.who and not reading.has_work:
        raise QuotationError(
            message="the attribution says nothing; name an author, a work or a URL",
            code="empty-attribution",
        )
    who = reading.who
    return Attribution(
        person=who[0] if who else "",
        role=", ".join(who[1:]),
        date=reading.date,
        **reading.fields,
    )


def _unknown(_name: str) -> Source | None:
    return None


def cite(
    attribution: Attribution,
    citation: Citation | None,
    *,
    fragment: str = "",
    source_named: Callable[[str], Source | None] = _unknown,
) -> Cited:
    """Return what a reader is told; *fragment* is a text directive without ``#:~:text=``.

    Where the only name is that of a known outlet, nobody is said to have spoken.
    The form of the link is that of URL Fragment Text Directives (WICG draft).
    """
    alone = None if attribution.role else source_named(attribution.person)
    named = source_named(attribution.outlet) or alone
    url = attribution.url or (citation.url if citation else "")
    directive = f"{':~:text=' if '#' in url else '#:~:text='}{fragment}"
    return Cited(
        person=("" if alone else attribution.person) or _authors(citation),
        role=attribution.role,
        title=attribution.title or (citation.title if citation else ""),
        url=f"{url}{directive}" if url and fragment and ":~:" not in url else url,
        language=citation.language if citation else "",
        outlet=attribution.outlet
        or (citation.outlet if citation else "")
        or (named.title if named else ""),
        source=citation.source if citation and citation.outlet else named,
        date=attribution.date or (citation.issued if citation else None),
        translator=attribution.translator,
        archive=citation.archive if citation else "",
    )


def _authors(citation: Citation | None) -> str:
    return ", ".join(map(str, citation.authors)) if citation else ""
