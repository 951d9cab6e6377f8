"""What is known already: an outlet by its title, a work by what it says, a key by its form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from citations import UNNAMED, Fields, Source, citation_key, citation_key_from, read_source
from problems import Problem
from verification import QuotationError

# A file's name has to fit on every disk, with its ending.
LONGEST = 200
TITLE_WORDS = 2
_EMPTY_WORDS = frozenset(
    "a an the of on in at to for from by with and or der die das ein eine und von"
    " le la les un une des du de et el los las y il lo i o"
    " и в на о об с из по და և եւ və ve و".split()
)


def read_sources(content: Path) -> dict[str, Source]:
    """Return the outlets below *content* by their names; a build says what is wrong with others."""
    said: list[Problem] = []
    read = (read_source(path, said) for path in sorted((content / "sources").glob("*.md")))
    return {source.slug: source for source in read if source}


def by_title(sources: Mapping[str, Source], title: str) -> Source | None:
    """Return the outlet of this *title*, whatever its case; None where there is not just one."""
    wanted = title.casefold()
    found = [source for source in sources.values() if source.title.casefold() == wanted]
    return found[0] if len(found) == 1 else None


def is_key(text: str) -> bool:
    """Tell whether a work can be cited as *text*."""
    try:
        return citation_key(text) == text and len(text) <= LONGEST
    except QuotationError:
        return False


def made_key(wish: str, fields: Fields) -> str:
    """Return a key near *wish*, or one of author, title and year: example-water-2026."""
    if wish and (key := citation_key_from(wish)) != UNNAMED:
        return key
    names = fields.get("author") or fields.get("editor") or [{}]
    who = names[0].get("family") or names[0].get("literal") or names[0].get("given") or ""
    title = [
        word for word in fields.get("title", "").split() if word.casefold() not in _EMPTY_WORDS
    ]
    year = fields.get("issued", "")[:4]
    return citation_key_from(who, *title[:TITLE_WORDS], year)


def identities(fields: Fields) -> Iterator[tuple[str, ...]]:
    """Yield by what a work is told from all others; without DOI and address, by all of it."""
    named = [(name, str(fields[name]).casefold()) for name in ("DOI", "URL") if fields.get(name)]
    yield from named
    if not named and fields.get("title"):
        yield ("title", *(str(fields.get(name, "")) for name in ("title", "author", "issued")))
