"""Comparing quotations with the text of their sources: pure functions on text."""

from verification.cautions import shortened
from verification.fold import fold
from verification.link import text_fragment
from verification.model import (
    UNCHECKED,
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
from verification.snapshots import Snapshot, SnapshotCache, SnapshotError
from verification.verify import verify

__all__ = [
    "UNCHECKED",
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
    "SnapshotCache",
    "SnapshotError",
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
