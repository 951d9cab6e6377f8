"""How the tables of quotations are written, and checked."""

from __future__ import annotations

from typing import NamedTuple

from verification import Result, Snapshot, verify

V, E, D, A = Result.VERBATIM, Result.EDITED, Result.DRIFTED, Result.ABSENT


class Case(NamedTuple):
    """A quotation of a source, and what comparing them has to find."""

    id: str
    quotation: str
    result: Result
    cautions: str = ""
    note: str = ""


def check(case: Case, source: str, language: str) -> None:
    found = verify(case.quotation, Snapshot(source), language=language)

    assert (found.result, " ".join(caution.code for caution in found.cautions)) == (
        case.result,
        case.cautions,
    ), found
    assert case.note in found.note
