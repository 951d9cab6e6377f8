"""The setting QUOTATIONS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from options import read_options, such
from problems import Problem

Portion = Annotated[float, "a share between 0 and 1, as 0.5", such(lambda share: 0 <= share <= 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationOptions:
    """What a site asks of its quotations.

    *strict* makes one without a snapshot an error. How much of an article may be others' words,
    and how much from one source, is measured by the plugin `record`; None sets no limit.
    """

    strict: bool = False
    most_quoted: Portion | None = None
    most_from_one_source: Portion | None = None


def quotation_options(stated: object) -> tuple[QuotationOptions, list[Problem]]:
    """Return what the setting says, and what is wrong with it."""
    return read_options(QuotationOptions, stated, setting="QUOTATIONS")
