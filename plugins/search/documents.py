"""Texts as the documents that Pagefind reads, and the index that it makes of them."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from lxml import html
from lxml.html import builder

from search.choices import token
from search.folding import other_spellings
from search.model import Record

# Control characters, which no document holds.
NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

# What the index needs in the browser; Pagefind also writes three interfaces of its own.
NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.*",
    "pagefind.*.pf_meta",
)
FOLDERS = ("index", "fragment")


def write_document(folder: Path, record: Record) -> None:
    """Write *record* into *folder*; all stand side by side, as a folder for each takes time."""
    name = hashlib.sha256(record.url.encode()).hexdigest()[:20]
    (folder / f"{name}.html").write_bytes(document(record))


def document(record: Record) -> bytes:
    """Return the document: the text, and behind it what is searched for and not shown.

    What the browser has to know of a text stands in an id, which Pagefind keeps and does not
    search.
    """
    names = [record.title, record.by, *(each.person for each in record.passages)]
    behind = [
        *dict.fromkeys(each.person for each in record.passages if each.person),
        *other_spellings((*record.words, *names)),
        *map(token, record.choices),
    ]
    text = builder.P(NOT_TEXT.sub("", " ".join(record.words)), id=_facts(record))
    body = builder.BODY(text, builder.P(NOT_TEXT.sub("", " ".join(behind))))
    body.set("data-pagefind-body", "")
    head = builder.HEAD(builder.META(charset="utf-8"), *_metadata(record))
    whole = builder.HTML(head, body, lang=record.language)
    return bytes(html.tostring(whole, encoding="utf-8", doctype="<!DOCTYPE html>"))


def _metadata(record: Record) -> Iterator[html.HtmlElement]:
    for name in ("title", "date", "by"):
        if value := getattr(record, name):
            meta = builder.META(content=NOT_TEXT.sub("", value))
            meta.set("data-pagefind-meta", f"{name}[content]")
            yield meta


def _facts(record: Record) -> str:
    """Return what is told of the text, as JSON, percent-encoded: ids hold no spaces."""
    passages = [
        (each.start, each.end, each.id, each.mark, each.language, each.person)
        for each in record.passages
    ]
    facts = {
        "url": record.url,
        "words": len(record.words),
        "marks": record.marks,
        "passages": passages,
    }
    return quote(json.dumps(facts, ensure_ascii=False, separators=(",", ":")))


class IndexingError(Exception):
    """Pagefind is missing, or could not make the index."""


def make_index(documents: Path, output: Path) -> None:
    """Index the folder *documents* into the folder *output*; what was there is gone.

    Raises IndexingError.
    """
    shutil.rmtree(output, ignore_errors=True)
    if not any(documents.iterdir()):
        return
    made = documents.with_name(f"{documents.name}-index")
    command = [sys.executable, "-m", "pagefind", "--silent"]
    places = ["--site", str(documents), "--output-path", str(made)]
    done = subprocess.run([*command, *places], capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise IndexingError(said[-1] if said else f"it ended with {done.returncode}")
    output.mkdir(parents=True)
    for name in NEEDED:
        for path in sorted(made.glob(name)):
            shutil.move(path, output / path.name)
    for name in FOLDERS:
        if (made / name).is_dir():
            shutil.move(made / name, output / name)
    _settle(output / "pagefind-entry.json")


def _settle(entry: Path) -> None:
    """Put the languages in order: Pagefind's changes from run to run."""
    if not entry.is_file():
        raise IndexingError("it wrote no index")
    facts = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps(facts, ensure_ascii=False, sort_keys=True), encoding="utf-8")
