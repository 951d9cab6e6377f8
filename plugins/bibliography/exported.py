"""A citation as other programs may have it: its file’s fields, the outlet by its title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One citation: texts, and lists of names, by the names of a citation's fields.

    Its `container-title` is the outlet's title; *container* is the outlet's name in sources/,
    where the title alone would not lead back to it.
    """

    key: str
    fields: Mapping[str, Any]
    container: str = ""
