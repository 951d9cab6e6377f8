"""The record as files: quotations.json, quotations.csv, and the schema of the first."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from citations import Source
from contract.text import text_of
from record.data import (
    DATA_NAME,
    SCHEMA,
    SCHEMA_NAME,
    TABLE_NAME,
    VERSION,
    Record,
    RecordData,
    lines,
)
from record.model import Recorded

COLUMNS = tuple(
    "id url text language original original_language translator person role"
    " work work_title work_authors work_url link outlet source issued archive"
    " result words omitted_words read sha256"
    " article article_title article_language article_date article_authors article_share".split()
)
# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BETWEEN = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose record it is; *home* begins each address, and may be empty."""

    name: str
    home: str
    language: str
    license: str = ""


def write_files(
    folder: Path, site: Owner, *, articles: Iterable[Recorded], sources: Mapping[str, Source]
) -> None:
    """Write the record into *folder*.

    *articles* are newest first; *sources* are by the addresses of their pages, below the
    site's. Nothing but these decides a byte of what is written.
    """
    data = RecordData(site.home)
    listed = [each for each in articles if each.places or text_of(each.article).republication]
    records = {each.url: data.article(each) for each in listed}
    ordered = sorted(sources.items(), key=lambda item: item[1].slug)
    with (
        (folder / DATA_NAME).open("w", encoding="utf-8", newline="") as file,
        (folder / TABLE_NAME).open("w", encoding="utf-8", newline="") as table,
    ):
        written = lines(
            _head(site, data),
            sources=(data.source(source, page) for page, source in ordered),
            articles=records.values(),
            quotations=_quotations(listed, records, data, start_table(table)),
        )
        file.writelines(written)
    shutil.copyfile(SCHEMA, folder / SCHEMA_NAME)


def _quotations(
    articles: Iterable[Recorded],
    records: Mapping[str, Record],
    data: RecordData,
    write_row: Callable[[Mapping[str, object]], None],
) -> Iterator[Record]:
    """Yield each quotation, once it is in the table."""
    for each in articles:
        article = records[each.url]
        for place in each.places:
            quotation = data.quotation(place, article["url"])
            write_row(row(quotation, article))
            yield quotation


def _head(site: Owner, data: RecordData) -> dict[str, Any]:
    return {
        "$schema": data.address(SCHEMA_NAME),
        "version": VERSION,
        "site": {
            "name": site.name,
            "url": site.home,
            "language": site.language,
            "license": site.license or None,
        },
    }


def start_table(file: TextIO) -> Callable[[Mapping[str, object]], None]:
    """Write the header to *file*, which must leave line ends alone; return what writes a row."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)

    def write(row: Mapping[str, object]) -> None:
        writer.writerow([safe(row[name]) for name in COLUMNS])

    return write


def row(quotation: Record, article: Record) -> Record:
    """Return the row of a *quotation* of quotations.json, and of the *article* it stands in."""
    work, check = quotation["work"] or {}, quotation["check"]
    original, compared = quotation["original"] or {}, check["compared_with"] or {}
    same = {name: quotation[name] for name in ("id", "url", "language", "translator")}
    return same | {
        "text": " ".join(quotation["paragraphs"]),
        "original": " ".join(original.get("paragraphs", ())),
        "original_language": original.get("language"),
        "person": quotation["person"],
        "role": quotation["role"],
        "work": work.get("key"),
        "work_title": work.get("title"),
        "work_authors": BETWEEN.join(work.get("authors", ())),
        "work_url": work.get("url"),
        **{name: work.get(name) for name in ("link", "outlet", "source", "issued", "archive")},
        **{name: check[name] for name in ("result", "words", "omitted_words")},
        "read": compared.get("read"),
        "sha256": compared.get("sha256"),
        "article": article["url"],
        **{f"article_{name}": article[name] for name in ("title", "language", "date", "share")},
        "article_authors": BETWEEN.join(article["authors"]),
    }


def safe(value: object) -> object:
    """Return *value* as no spreadsheet takes it for a formula: behind an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
