"""The pelicanconf.py of a new publication."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from string import Template

from new_publication.model import Publication

TEMPLATE = Path(__file__).with_name("pelicanconf.template")


def facts(publication: Publication, *, comments: Mapping[str, str]) -> str:
    """Return what an owner edits; *comments* says where they are kept, in each language."""
    template = Template(TEMPLATE.read_text(encoding="utf-8"))
    return template.substitute(
        name=_text(publication.name),
        url=_text(publication.url),
        timezone=_text(publication.timezone),
        language=_text(publication.language),
        languages=_tuple(publication.languages),
        translations=_names(publication, [publication.name], {publication.name: "SITENAME"}),
        sections=_names(publication, publication.sections, {}),
        comments=_comments(publication, comments),
    )


def _text(value: str) -> str:
    """Return *value* as Python writes it: JSON has the same escapes."""
    return json.dumps(value, ensure_ascii=False)


def _tuple(values: tuple[str, ...]) -> str:
    return f"({', '.join(map(_text, values))}{',' if len(values) == 1 else ''})"


def _names(
    publication: Publication, names: tuple[str, ...] | list[str], keys: Mapping[str, str]
) -> str:
    """Return a dictionary of *names* and what each is called in the other languages."""
    lines = []
    for name in names:
        said = publication.translations
        others = {
            language: said[language][name]
            for language in publication.languages[1:]
            if name in said.get(language, {})
        }
        pairs = ", ".join(f"{_text(code)}: {_text(text)}" for code, text in others.items())
        lines.append(f"    {keys.get(name) or _text(name)}: {{{pairs}}},\n")
    return "{\n" + "".join(lines) + "}"


def _comments(publication: Publication, sentences: Mapping[str, str]) -> str:
    if publication.comments == "none":
        return '{"provider": "none"}'
    said = "".join(
        f"        {_text(language)}: {_text(sentences[language])},\n"
        for language in publication.languages
    )
    return (
        f'{{\n    "provider": {_text(publication.comments)},\n    "url": "/isso",\n'
        f'    "privacy": {{\n{said}    }},\n}}'
    )
