"""How the cost of work grows: two measures of the same run, so that no machine is too slow."""

from __future__ import annotations

import time
from collections.abc import Callable


def growth(work: Callable[[int], object], *, size: int, times: int = 4) -> float:
    """Return how many times as long *work* takes with *times* the *size*, of which it is told.

    About *times* where the cost grows as the size does, and its square where it does not.
    """
    return _cost(work, size * times) / _cost(work, size)


def _cost(work: Callable[[int], object], size: int) -> float:
    """Return the less processor time of two runs: what else the machine does adds to one."""
    costs = []
    for _ in range(2):
        began = time.process_time()
        work(size)
        costs.append(time.process_time() - began)
    return max(min(costs), 0.001)
