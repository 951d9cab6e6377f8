"""The one road that all problems take: the log."""

from __future__ import annotations

import logging

from problems.model import Problem, Severity

logger = logging.getLogger(__name__)
LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING}


def tell(*problems: Problem) -> None:
    """Log *problems*; a strict build gathers them from there, a stock Pelican prints them."""
    for problem in problems:
        logger.log(LEVELS[problem.severity], "%s", problem)
