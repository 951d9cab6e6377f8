"""The whole record as data: what quotations.json holds, described by quotations.schema.json."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from citations import Citation, PartialDate, Source
from contract.piece import authors_of
from contract.text import text_of
from quotations.model import Quotation, Republication
from record.model import Place, Recorded, Share
from verification import Result

VERSION = 1
SCHEMA = Path(__file__).with_name("quotations.schema.json")
DATA_NAME = "quotations.json"
TABLE_NAME = "quotations.csv"
SCHEMA_NAME = "quotations.schema.json"
Record = dict[str, Any]


class RecordData:
    """Says sources, articles and quotations in JSON's terms; *home* begins each address."""

    def __init__(self, home: str) -> None:
        self.home = home
        self._digest = cache(_digest)

    def source(self, source: Source, page: str) -> Record:
        """Return an outlet; *page* is where its page is, below *home*."""
        return {
            "slug": source.slug,
            "title": source.title,
            "page": self.address(page),
            "url": source.url or None,
            "place": source.place or None,
            "country": source.country or None,
            "languages": list(source.languages),
            "kind": source.kind or None,
            "owner": source.owner or None,
            "since": source.since or None,
        }

    def article(self, text: Recorded) -> Record:
        """Return an article, and how much of it is quoted."""
        article = text.article
        carried = text_of(article)
        share = carried.share or Share(words=0, quoted=0)
        return {
            "url": self.address(text.url),
            "title": str(article.title),
            "language": article.lang,
            "date": article.date.isoformat(),
            "authors": list(map(str, authors_of(article))),
            "republication": _republication(carried.republication),
            "words": share.words,
            "quoted_words": share.quoted,
            "share": round(share.all, 4),
            "shares": [
                {
                    "name": part.name,
                    "source": part.slug or None,
                    "words": part.words,
                    "share": round(share.of(part.words), 4),
                }
                for part in share.parts
            ],
        }

    def quotation(self, place: Place, article: str) -> Record:
        """Return a quotation, in the article whose whole address is *article*."""
        quotation, cited = place.quotation, place.quotation.cited
        return {
            "id": quotation.stable_id,
            "url": self.address(place.url),
            "article": article,
            "inline": quotation.inline,
            "language": quotation.language,
            "paragraphs": list(quotation.paragraphs),
            "original": _original(quotation),
            "translator": cited.translator or None,
            "person": cited.person or None,
            "role": cited.role or None,
            "work": _work(quotation),
            "check": self._check(quotation),
        }

    def address(self, url: str) -> str:
        """Return the whole address of what is at *url*, below the site's."""
        return f"{self.home}/{url}"

    def _check(self, quotation: Quotation) -> Record:
        found = quotation.verification
        return {
            "result": str(found.result),
            "words": found.words,
            "omitted_words": found.omitted_words,
            "omitted": [piece.text.strip() for piece in found.collation if piece.omitted],
            "insertions": [
                {"text": each.text, "replaces": each.replaces or None} for each in found.insertions
            ],
            "differences": [
                {"quoted": each.quoted, "source": each.source} for each in found.differences
            ],
            "cautions": [caution.code for caution in found.cautions],
            "compared_with": self._compared(quotation),
        }

    def _compared(self, quotation: Quotation) -> Record | None:
        citation = quotation.citation
        if citation is None or quotation.result is Result.UNCHECKED:
            return None
        return {"read": _date(citation.accessed), "sha256": self._digest(citation.snapshot)}


def lines(head: Mapping[str, object], **lists: Iterable[Record]) -> Iterator[str]:
    """Yield a JSON object: the members of *head*, then *lists*, each of their records on a line.

    A change of one quotation is then a change of one line, and the whole is never in memory.
    """
    before = "{\n"
    for name, value in head.items():
        yield f"{before}{_json(name)}: {_json(value)}"
        before = ",\n"
    for name, records in lists.items():
        yield f"{before}{_json(name)}: ["
        between = "\n"
        for record in records:
            yield f"{between}{_json(record)}"
            between = ",\n"
        yield "\n]"
    yield "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _digest(snapshot: Path) -> str:
    return hashlib.sha256(snapshot.read_bytes()).hexdigest()


def _date(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def _original(quotation: Quotation) -> Record | None:
    original = quotation.original
    if original is None:
        return None
    return {"language": original.language, "paragraphs": list(original.paragraphs)}


def _work(quotation: Quotation) -> Record | None:
    cited, citation = quotation.cited, quotation.citation
    work = {
        "key": citation.key if citation else None,
        "type": citation.type if citation else None,
        "title": cited.title or None,
        "authors": [str(name) for name in citation.authors] if citation else [],
        "url": (citation.url if citation else "") or quotation.attribution.url or None,
        "link": cited.url or None,
        "outlet": cited.outlet or None,
        "source": cited.source.slug if cited.source else None,
        "language": cited.language or None,
        "issued": _date(cited.date),
        "archive": cited.archive or None,
    }
    return work if any(work.values()) else None


def _republication(republication: Republication | None) -> Record | None:
    if republication is None:
        return None
    citation: Citation | None = republication.citation
    source = republication.source
    return {
        "kind": str(republication.kind),
        "work": citation.key if citation else None,
        "source": source.slug if source else None,
        "outlet": (source.title if source else republication.outlet) or None,
    }
