"""What this machine has for work that takes long."""

from __future__ import annotations

import os


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):  # macOS and Windows let a process use all
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
