"""A readable key for a work: its outlet, a word or two of its title, its year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from capture.addresses import host_of
from capture.language import script_of
from capture.model import CaptureError, Work
from citations import LONGEST_KEY, Source, citation_key, free_key, slug_of
from verification import QuotationError

WORD = re.compile(r"[a-z]{3,}")
ENDING = re.compile(r"\.\w{1,5}$")
# They tell nothing of a title.
IDLE = frozenset(
    "the and for with from that this what when where who why how are was were has have not but"
    " about into over under after before without your our their its his her index news article"
    " story post page amp com org net edu gov".split()
)
LONG = 4  # letters of a word that says something
TITLE_WORDS = 2


def propose_key(
    work: Work, *, source: Source | None, url: str, year: int, taken: Iterable[str]
) -> str:
    """Return a key that is not *taken*, for whoever reads it in a text.

    *year* is taken where the work has no date.
    """
    who = source.slug if source else slug_of(work.outlet) or _host(url) or _surname(work)
    words = _title_words(work, url)
    issued = work.issued.year if work.issued else year
    fitting = [who.replace("_", "-"), *(word for word in words if word not in who.split("-"))]
    named = "-".join(filter(None, fitting))[:LONGEST_KEY].strip("-")
    return free_key(f"{named}-{issued}".strip("-"), taken)


def check_key(key: str) -> None:
    """Raise CaptureError where *key* can be no key, and so no file’s name."""
    try:
        if key:
            citation_key(key)
    except QuotationError as error:
        raise CaptureError(str(error), error.code) from error


def _host(url: str) -> str:
    """Return the name of a host: ``courier`` of ``news.courier.example``."""
    labels = host_of(url).split(".")
    names = [label for label in labels[:-1] if label not in IDLE] or labels
    return "" if names[-1].isdigit() else slug_of(names[-1])


def _surname(work: Work) -> str:
    if not work.authors:
        return ""
    name = work.authors[0]
    return slug_of(name.family or name.literal.split()[-1])


def _title_words(work: Work, url: str) -> list[str]:
    """Return what tells the work from others, of the title or of the address.

    Where the title is in other letters, the outlet has often put it into ours already.
    """
    path = ENDING.sub("", unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2])
    latin = script_of(work.title) == "Latn"
    texts = [work.title, path] if latin or not path.isascii() else [path, work.title]
    for text in texts:
        words = [word for word in slug_of(text).split("-") if WORD.fullmatch(word)]
        telling = [word for word in words if word not in IDLE]
        if found := [word for word in telling if len(word) >= LONG] or telling:
            return found[:TITLE_WORDS]
    return []
