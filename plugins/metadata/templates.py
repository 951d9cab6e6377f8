"""The template that a text asks for, as “Template: …”."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from contract.piece import Piece
from contract.text import text_of
from problems.suggestions import did_you_mean


class _Templated(Piece, Protocol):
    template: str
    default_template: str


def check_template(piece: _Templated, known: Collection[str]) -> None:
    """Say where *known* has no such template; *piece* has the usual one then."""
    if f"{piece.template}.html" not in known:
        names = {name.removesuffix(".html") for name in known if "/" not in name}
        hint = did_you_mean(piece.template, names) or "; take the line out"
        message = f"there is no template “{piece.template}”{hint}"
        text_of(piece).tell(message, "unknown-template", "template")
        piece.template = piece.default_template
