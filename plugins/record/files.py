"""The record as files: quotations.json, quotations.csv, and the schema of the first."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citations.model import Source
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
from record.table import row, start_table


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
