"""Data as a script element that no text in it can end."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

Node = dict[str, Any]

CONTEXT = "https://schema.org"
# What could end the element, and the line ends of JavaScript that are none in JSON.
ESCAPED = "<>&\u2028\u2029"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def script(node: Mapping[str, object]) -> Markup:
    """Return *node* as JSON-LD 1.1 in HTML (W3C, JSON-LD 1.1, section 7)."""
    data = in_script({"@context": CONTEXT, **node})
    return Markup('<script type="application/ld+json">{}</script>').format(data)


def in_script(data: Mapping[str, object]) -> Markup:
    """Return *data* as JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in ESCAPED:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - nothing in it can end the element


def given(**properties: object) -> Node:
    """Return the properties that say something, without control characters, which nobody sees.

    ``type_`` stands for ``@type``, ``id_`` for ``@id``.
    """
    return {
        f"@{name[:-1]}" if name.endswith("_") else name: _clean(value)
        for name, value in properties.items()
        if value
    }


def _clean(value: object) -> object:
    if not isinstance(value, str) or value.isprintable():
        return value
    return CONTROL.sub("", value)


def plain_text(markup: object) -> str:
    """Return the text of a piece of HTML, in one line."""
    return " ".join(Markup(markup).striptags().split())  # noqa: S704 - only its text is kept
