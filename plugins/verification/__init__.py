"""Comparing quotations with the text of their sources: pure functions on text."""

from verification.cautions import shortened
from verification.fold import fold
from verification.link import text_fragment
from verification.negation import missing_negations
from verification.passages import (
    Course,
    LeftOut,
    course_of,
    has_words,
)
from verification.phrases import contains, find_in, nearest
from verification.snapshots import Snapshot, SnapshotCache, SnapshotError
from verification.verify import verify

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
