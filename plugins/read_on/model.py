"""What a piece leads to."""

from __future__ import annotations

from dataclasses import dataclass

from contract.piece import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfSeries:
    """A piece of a series, and its number, from 1."""

    number: int
    piece: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Pieces of one language that belong together, in their order."""

    name: str
    parts: tuple[PartOfSeries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A piece that is like another; *quotes* is whom or what both quote, where they do."""

    piece: Piece
    quotes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOn:
    """Where a piece leads: *previous* is the older neighbour, *next* the newer one."""

    series: Series | None = None
    related: tuple[Related, ...] = ()
    previous: Piece | None = None
    next: Piece | None = None
