"""Comparing quotations with the text of their sources: pure functions on text."""

from verification.cautions import shortened
from verification.folding import FOLDING_VERSION, fold
from verification.link import text_fragment
from verification.model import (
    Caution,
    Difference,
    Insertion,
    Piece,
    Position,
    QuotationError,
    Result,
    Verification,
)
from verification.negation import missing_negations
from verification.passages import Course, LeftOut, course_of
from verification.phrases import contains, find_in
from verification.snapshot import Snapshot
from verification.verifying import verify

__all__ = [
    "FOLDING_VERSION",
    "Caution",
    "Course",
    "Difference",
    "Insertion",
    "LeftOut",
    "Piece",
    "Position",
    "QuotationError",
    "Result",
    "Snapshot",
    "Verification",
    "contains",
    "course_of",
    "find_in",
    "fold",
    "missing_negations",
    "shortened",
    "text_fragment",
    "verify",
]
