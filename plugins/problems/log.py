"""The one road that all problems take: the log."""

from __future__ import annotations

import logging

from problems.model import Problem, Severity

logger = logging.getLogger(__name__)
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING}


def tell(problem: Problem) -> None:
    """Log *problem*; a strict build gathers it from there, a stock Pelican prints it."""
    logger.log(LEVELS[problem.severity], "%s", problem)
