"""Putting a new publication in the place of the sample: its pelicanconf.py, and its texts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from files import replace_text
from new_publication.model import NotPossibleError, Publication
from new_publication.sample import CONF, LIST, content_files, own_files
from new_publication.texts import privacy, texts

TEMPLATE = Path(__file__).with_name("pelicanconf.template")
MOST_NAMED = 5


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What has to be done: the files to remove, and the texts to write by their paths."""

    root: Path
    removed: tuple[Path, ...]
    written: dict[str, str]

    def carry_out(self) -> None:
        """Remove the sample, and write the publication.

        The sample's list is the last to go: until then, the command can be given again.
        """
        for path in self.removed:
            path.unlink()
        for folder in [path for path in (self.root / "content").iterdir() if path.is_dir()]:
            shutil.rmtree(folder)  # only empty ones are left
        for name, text in self.written.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_text(path, text)
        (self.root / LIST).unlink()


def plan(root: Path, publication: Publication, *, remove_own: bool = False) -> Plan:
    """Return what makes the sample in *root* into *publication*.

    Raises NotPossibleError where *root* holds what is not the sample's, unless it may be removed.
    """
    own = own_files(root)
    if own and not remove_own:
        more = f" and {len(own) - MOST_NAMED} more" if len(own) > MOST_NAMED else ""
        raise NotPossibleError(
            f"not of the sample, or changed: {', '.join(own[:MOST_NAMED])}{more}; take them"
            " elsewhere, or say --remove-own to lose them"
        )
    content = {f"content/{name}": text for name, text in texts(publication).items()}
    conf = facts(publication, comments=privacy(publication.languages))
    return Plan(root=root, removed=tuple(content_files(root)), written={**content, CONF: conf})
