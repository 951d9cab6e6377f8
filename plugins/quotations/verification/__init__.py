"""Comparing quotations with the text of their sources: pure functions on text."""

from quotations.verification.fold import fold
from quotations.verification.link import text_fragment
from quotations.verification.negation import missing_negations
from quotations.verification.phrases import contains, find_in, nearest
from quotations.verification.snapshots import Snapshot, SnapshotCache, SnapshotError
from quotations.verification.verify import verify

__all__ = [
    "Snapshot",
    "SnapshotCache",
    "SnapshotError",
    "contains",
    "find_in",
    "fold",
    "missing_negations",
    "nearest",
    "text_fragment",
    "verify",
]
