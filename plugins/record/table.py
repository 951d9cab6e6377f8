"""The record as a table: a row for each quotation (RFC 4180)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from typing import TextIO

from record.data import Record

COLUMNS = tuple(
    "id url text language original original_language translator person role"
    " work work_title work_authors work_url link outlet source issued archive"
    " result words omitted_words read sha256"
    " article article_title article_language article_date article_authors article_share".split()
)
# A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BETWEEN = "; "


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
