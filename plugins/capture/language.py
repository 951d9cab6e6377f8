"""The language of a text: what the page says, where its letters do not say otherwise."""

from __future__ import annotations

from collections.abc import Collection

import regex
from babel import localedata
from babel.core import get_global

from capture.model import notice
from citations import LANGUAGE_CODE
from problems import Problem

# ISO 15924 codes, with the name a person knows.
SCRIPTS = {
    "Latn": "Latin",
    "Cyrl": "Cyrillic",
    "Geor": "Georgian",
    "Armn": "Armenian",
    "Arab": "Arabic",
    "Hebr": "Hebrew",
    "Grek": "Greek",
}
# Letters that tell the language.
ALONE = {"Geor": "ka", "Armn": "hy", "Hebr": "he", "Grek": "el"}
ENOUGH = 20_000  # characters of a text tell its script


def language_of(text: str, *, stated: str) -> tuple[str, list[Problem]]:
    """Return the language of *text*, or an empty text where nobody can tell, and what to look at.

    *stated* is a tag as in HTML's ``lang`` (BCP 47); its region is left out.
    """
    tag, script = _tag(stated), script_of(text)
    language = tag.partition("-")[0]
    if not tag:
        return ALONE.get(script, ""), []
    if script in {"", script_usual(tag)}:
        return tag, []
    if localedata.exists(f"{language}_{script}"):
        return f"{language}-{script}", []
    found = ALONE.get(script, "")
    done = f"“{found}” was written down" if found else "write its language into the .yaml file"
    message = f"the page says that it is in “{tag}”, but its letters are {SCRIPTS[script]}; {done}"
    return found, [notice(message, "language")]


def only_language(text: str, candidates: Collection[str]) -> str:
    """Return the one of *candidates* that *text* can be in, or an empty text."""
    script = script_of(text)
    fitting = [each for each in candidates if script_usual(each) == script]
    return fitting[0] if len(fitting) == 1 else ""


def script_of(text: str) -> str:
    """Return the script of most letters of *text*, or an empty text where it has none."""
    sample = text[:ENOUGH]
    counted = {script: len(regex.findall(rf"\p{{Script={script}}}", sample)) for script in SCRIPTS}
    script = max(counted, key=lambda each: counted[each])
    return script if counted[script] else ""


def script_usual(tag: str) -> str:
    """Return the script that a language is written in (CLDR, likely subtags)."""
    language, _, script = tag.partition("-")
    likely = get_global("likely_subtags").get(language, "")
    return script or (likely.split("_")[1] if likely.count("_") else "")


def _tag(stated: str) -> str:
    """Return language and script of a tag, in the form of citations."""
    parts = stated.strip().replace("_", "-").split("-")
    language = parts[0].lower()
    script = next((part.title() for part in parts[1:] if part.title() in SCRIPTS), "")
    tag = f"{language}-{script}" if script else language
    return tag if LANGUAGE_CODE.fullmatch(tag) and language != "und" else ""
