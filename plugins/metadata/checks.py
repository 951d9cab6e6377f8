"""What can be wrong with the metadata of one file, and of many together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Protocol

from contract.piece import Piece
from contract.text import text_of
from languages.translator import is_language
from problems import Severity, did_you_mean

# What would end the address, or would have to be written otherwise in a link.
_NO_SLUG = re.compile(r"[\s?#%<>\"'\\]")
SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
# Pelican's own fields, and those that this site's plugins give a meaning.
FIELDS = frozenset(
    "title date modified category tags author authors lang slug summary status template"
    " save_as url translation keywords description timezone"
    " source republication translator correction comments comments_id robots"
    " allows image image_alt image_credit purpose series part".split()
)
# Figures as ISO 8601 has them, or a month in letters.
ONE_WAY_DATE = re.compile(
    r"(?:\d{4}-\d{2}-\d{2}"
    r"|(?:[A-Za-z]{3,9},? )?(?:\d{1,2} [A-Za-z]{3,9}|[A-Za-z]{3,9} \d{1,2},?) \d{4})"
    r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?"
)
# What people write texts in, and hand over.
WRITTEN = frozenset(".doc .docx .markdown .md .mdown .mkd .odt .rtf .txt".split())
MARKDOWN = frozenset(".markdown .md .mdown .mkd".split())
STATUSES = ("published", "hidden", "draft", "skip")
SHORTEST_NAME = 4
LONGEST_TITLE = 150
TAG = re.compile(r"<[^>]*>")


def cannot_be_an_address(slug: str) -> bool:
    """Tell whether *slug* holds what no address can."""
    return _NO_SLUG.search(slug) is not None


def taken_by(save_as: str, own: Collection[str]) -> str | None:
    """Return which of the site's *own* pages a text would take the place of, or None."""
    path = PurePosixPath(save_as)
    places = (str(path), *map(str, path.parents))
    return next((place for place in places if place in own), None)


def ambiguous(slugs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield name and message for each of *slugs*, by name, that has no page of its own.

    Names that differ in nothing but capitals are one.
    """
    by_slug: defaultdict[str, list[str]] = defaultdict(list)
    for name, slug in slugs.items():
        by_slug[slug].append(name)
    for slug, (first, *others) in by_slug.items():
        if not slug:
            for name in (first, *others):
                yield name, f"“{name}” has no letter that an address can hold; name it otherwise"
            continue
        for name in others:
            if name.casefold() != first.casefold():
                yield name, f"“{name}” and “{first}” have one address, “{slug}”; rename one"


def unknown_fields(fields: Iterable[str], own: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each unknown field with a message; *own* are the site's further fields."""
    known = FIELDS | {name.lower() for name in own}
    for name in fields:
        if name not in known:
            hint = did_you_mean(name, known)
            yield (
                name,
                f"unknown field “{name}”{hint or '; take it out, or name it in METADATA_FIELDS'}",
            )


def wrong_values(
    fields: Mapping[str, str], *, languages: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield field, message and code of each value that cannot be."""
    language = fields.get("lang", "")
    if "lang" in fields and not language:
        message = f"“Lang:” is empty; name one of {', '.join(languages)}, or take the line out"
        yield "lang", message, "unknown-language"
    elif language and language not in languages:
        hint = did_you_mean(language, languages)
        known = f"; the site has {', '.join(languages)}"
        yield "lang", f"unknown language “{language}”{hint or known}", "unknown-language"
    status = fields.get("status", "")
    if status and status.lower() not in STATUSES:
        hint = did_you_mean(status, STATUSES)
        yield "status", f"a status is one of {', '.join(STATUSES)}, not “{status}”{hint}", "status"


def wrong_title(title: str) -> tuple[str, str, Severity] | None:
    """Return what to say of a title that says nothing, or does not end: message, code, weight."""
    said = unescape(TAG.sub("", title)).strip()
    if not said:
        return "the title is empty; write one", "empty-title", Severity.ERROR
    if len(said) > LONGEST_TITLE:
        message = f"the title has {len(said)} characters; cards and search engines cut it off"
        advice = f"make it {LONGEST_TITLE} or fewer"
        return f"{message}: {advice}", "long-title", Severity.WARNING
    return None


def language_in_name(
    path: Path, fields: Mapping[str, str], languages: Collection[str]
) -> str | None:
    """Return what to say of a name such as ``slug.uk.md`` where the site has no Ukrainian."""
    suffix = Path(path.stem).suffix.lstrip(".")
    if "lang" in fields or suffix in languages or len(suffix) != 2 or not is_language(suffix):
        return None
    return (
        f"“.{suffix}” in the name of the file is read as a part of the slug; the site has"
        f" {', '.join(languages)}"
    )


def unread_files(folder: Path, *, read: Collection[str]) -> Iterator[Path]:
    """Yield each text below *folder* whose ending is none of those that are *read*."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in WRITTEN and path.suffix not in read:
            yield path


def loose_dates(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each date that is understood, but only by guessing."""
    for name in ("date", "modified"):
        value = fields.get(name, "")
        if value and not ONE_WAY_DATE.fullmatch(value):
            yield name, f"“{value}” can be read in two ways; write it as 2026-03-14 09:00"


def near_misses(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return pairs of names one slip apart (a letter more, less or other; case): rare, common.

    Names that share a neighbour by one deletion are one slip apart, so that many names
    need no comparison of each with each.
    """
    counts = Counter(names)
    neighbours: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in counts:
        folded = name.casefold()
        if len(folded) >= SHORTEST_NAME:
            # Other digits are another number, and no slip.
            digits = "".join(filter(str.isdigit, folded))
            for variant in (folded, *_shorter(folded)):
                neighbours[variant, digits].add(name)
    pairs = {
        _ordered(first, second, counts)
        for group in neighbours.values()
        for first in group
        for second in group
        if first < second and _one_slip(first.casefold(), second.casefold())
    }
    return sorted(pairs)


def _shorter(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _ordered(first: str, second: str, counts: Mapping[str, int]) -> tuple[str, str]:
    rare, common = sorted((first, second), key=lambda name: (counts[name], name))
    return rare, common


def _one_slip(first: str, second: str) -> bool:
    """Tell whether two words differ by one letter."""
    if sorted(first) == sorted(second) and first != second:
        swapped = [i for i, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
        return len(swapped) == 2 and swapped[1] == swapped[0] + 1
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True)) <= 1
    longer, shorter = sorted((first, second), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and shorter in set(_shorter(longer))


class _Templated(Piece, Protocol):
    template: str
    default_template: str


def check_template(piece: _Templated, known: Collection[str]) -> None:
    """Say where *known* has no such template; *piece* has the usual one then."""
    if f"{piece.template}.html" not in known:
        names = {name.removesuffix(".html") for name in known if "/" not in name}
        hint = did_you_mean(piece.template, names) or "; take the line out"
        message = f"there is no template “{piece.template}”{hint}"
        text_of(piece).tell(message, "unknown-template", "template")
        piece.template = piece.default_template
