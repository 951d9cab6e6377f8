"""Comparing quotations with the text of their sources: pure functions on text."""

from quotations.verification.cautions import shortened
from quotations.verification.fold import fold
from quotations.verification.link import text_fragment
from quotations.verification.negation import missing_negations
from quotations.verification.passages import Course, LeftOut, course_of, has_words
from quotations.verification.phrases import contains, find_in, nearest
from quotations.verification.snapshots import Snapshot, SnapshotCache, SnapshotError
from quotations.verification.verify import verify

__all__ = [
    "Course",
    "LeftOut",
    "Snapshot",
    "SnapshotCache",
    "SnapshotError",
    "contains",
    "course_of",
    "find_in",
    "fold",
    "has_words",
    "missing_negations",
    "nearest",
    "shortened",
    "text_fragment",
    "verify",
]
