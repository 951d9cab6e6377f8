"""Telling what a file is that is no library of ours, and what to export instead."""

from __future__ import annotations

import re
from collections.abc import Mapping

INSTEAD = "in Zotero choose “Export Library…” and there “CSL JSON” or “BibTeX”"
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)")
_PROLOGUE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>)*", re.DOTALL | re.IGNORECASE)
_ROOTS = {
    "style": "a CSL style: it says how references look, not which works there are",
    "locale": "a CSL locale: it holds words, not works",
    "rdf": "RDF",
    "mods": "MODS",
    "modscollection": "MODS",
    "xml": "EndNote’s XML",
    "html": "a web page",
    "tei": "TEI",
}
_TEXTS = (
    (re.compile(r"TY {1,2}- "), "RIS"),
    (re.compile(r"PMID ?- "), "a list in the format of MEDLINE"),
    (re.compile(r"%[0A-Z] \S"), "EndNote’s Refer"),
    (re.compile(r"(?:FN|PT) \S"), "a list in the format of the Web of Science"),
    (re.compile(r'"?Key"?,"?Item Type"?,'), "Zotero’s CSV"),
    (re.compile(r"(?:---\s+)?references:\s"), "CSL-YAML"),
)
# A BibTeX file may begin with anything: what stands outside of entries is a comment.
_ENTRY = re.compile(r"^\s*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)


def foreign_text(text: str, *, wanted: str) -> str:
    """Return what to tell of *text* where it is not what is *wanted*, “csl” or “bibtex”."""
    start = text.lstrip()
    if start.startswith("<"):
        prologue = _PROLOGUE.match(start)
        root = _ROOT.match(start, prologue.end() if prologue else 0)
        name = root["name"] if root else ""
        return _this_is(_ROOTS.get(name.casefold(), f"XML (<{name}>)"))
    for shape, what in _TEXTS:
        if shape.match(start):
            return _this_is(what)
    if wanted == "csl" and _ENTRY.search(text) and not start.startswith(("[", "{")):
        return "this is BibTeX, not CSL-JSON; let the file’s name end with .bib"
    if wanted == "bibtex" and start.startswith(("[", "{")) and not _ENTRY.search(text):
        return "this is JSON, not BibTeX; let the file’s name end with .json"
    return ""


def foreign_json(value: object) -> str:
    """Return what to tell of JSON that is no list of works in CSL's terms, or nothing."""
    if isinstance(value, Mapping):
        return _foreign_object(value)
    if not isinstance(value, list):
        return _this_is("JSON without any list of works")
    first = value[0] if value else None
    if not isinstance(first, Mapping) or "type" in first:
        return ""
    if "itemType" in first or isinstance(first.get("data"), Mapping):
        return _this_is("Zotero’s own JSON, as its web service gives it")
    return _this_is("JSON-LD") if {"@type", "@context", "@id"} & first.keys() else ""


def _foreign_object(value: Mapping[str, object]) -> str:
    if {"@context", "@graph"} & value.keys():
        return _this_is("JSON-LD")
    if "config" in value and "items" in value:
        return (
            "this is Better BibTeX JSON, which only Zotero reads; export as"
            " “Better CSL JSON”, “CSL JSON” or “BibTeX”"
        )
    if "items" in value:
        return _this_is("Zotero’s own JSON")
    if "message" in value and "message-type" in value:
        return _this_is("an answer of Crossref’s web service")
    if "$schema" in value and "properties" in value:
        return _this_is("a JSON schema: it says how a library is written, and holds no works")
    if "type" in value and ("title" in value or "id" in value):
        return "this is one work outside of a list; put square brackets around it: [{ … }]"
    names = ", ".join(f"“{name}”" for name in list(value)[:3]) or "nothing"
    return _this_is(f"JSON of another schema: an object with {names}, not a list of works")


def _this_is(what: str) -> str:
    return f"this is {what}; {INSTEAD}"
