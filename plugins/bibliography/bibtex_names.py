"""Names as BibTeX has them: “Nino Example and van Beethoven, Ludwig and {The Desk}”.

Split into words by bibtexparser, which follows BibTeX's own rules; the form
“family=…, given=…” is biblatex's (its manual, “Name Lists”).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from bibliography.csl_parts import joined
from bibliography.latex import from_latex, to_latex
from bibliography.texts import one_line

OTHERS = "others"
AND_OTHERS = re.compile(r"\band\s+others\s*$", re.IGNORECASE)
_NAMED_PART = re.compile(r"\s*(?P<part>family|given|prefix|suffix|useprefix)(?:-i)?\s*=\s*")
_BRACE = re.compile(r"(?<!\\)[{}]")
_COMMA = re.compile(r",(?![^{}]*\})")
_AND = re.compile(r"\band\b", re.IGNORECASE)


def read_names(value: str) -> list[dict[str, str]]:
    """Return the names in *value*, without the “and others” that AND_OTHERS finds.

    Raises ValueError, with what to mend, where one is none.
    """
    try:
        names = split_multiple_persons_names(AND_OTHERS.sub("", value))
        return [name for each in names if (name := _name(each.strip()))]
    except InvalidNameError as error:
        raise ValueError(f"the name “{error.name}” cannot be read: {error.reason}") from error


def _name(value: str) -> dict[str, str]:
    if _is_one_group(value):
        return _stated(literal=value)
    if _NAMED_PART.match(value):
        return _named(value)
    parts = parse_single_name_into_parts(value)
    family = joined(" ".join(parts.von), " ".join(parts.last))
    return _stated(given=" ".join(parts.first), family=joined(family, " ".join(parts.jr)))


def _named(value: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for piece in _COMMA.split(value):
        if match := _NAMED_PART.match(piece):
            parts[match["part"]] = piece[match.end() :].strip()
    family = joined(parts.get("prefix", ""), parts.get("family", ""))
    return _stated(given=parts.get("given", ""), family=joined(family, parts.get("suffix", "")))


def _stated(**parts: str) -> dict[str, str]:
    texts = {name: one_line(from_latex(text)) for name, text in parts.items()}
    return {name: text for name, text in texts.items() if text}


def _is_one_group(value: str) -> bool:
    """Tell whether braces hold all of *value*: then it is the name of no person."""
    depth = 0
    for match in _BRACE.finditer(value):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return value.startswith("{") and match.end() == len(value)
    return False


def bibtex_name(name: Mapping[str, str]) -> str:
    """Return *name* so that `read_names` gives it back; of a `literal`, nothing else."""
    if literal := name.get("literal"):
        return f"{{{to_latex(literal)}}}"
    family, given = (_part(name.get(part, "")) for part in ("family", "given"))
    return family if not name.get("given") and _is_one_word(family) else f"{family}, {given}"


def _is_one_word(family: str) -> bool:
    return not re.search(r"[ ~]|^\{", family) and family != OTHERS


def _part(text: str) -> str:
    """Return a part of a name; in braces where BibTeX would read more into it."""
    latex = to_latex(text)
    plain = latex and not _AND.search(text) and not re.search(r"[,={}\\]", latex)
    return latex if plain else f"{{{latex}}}"
