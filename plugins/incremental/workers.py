"""Work that is shared between processes, where they can be forked."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")
# Fewer are done sooner than processes are started.
FEW = 12


class WorkerError(Exception):
    """A process failed, or was ended from outside."""


def processes() -> int:
    """Return how many processes are worth having; BUILD_PROCESSES in the environment goes first."""
    if stated := os.environ.get("BUILD_PROCESSES"):
        return max(1, int(stated))
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def shared(parts: Sequence[Part], work: Callable[[Sequence[Part]], Result]) -> list[Result]:
    """Return what *work* makes of *parts*, which several processes share between them.

    Each gets every n-th part, so that the long ones are spread. Raises WorkerError.
    """
    number = processes() if len(parts) > FEW else 1
    if number == 1:
        return [work(parts)]
    context = multiprocessing.get_context("fork")
    running = []
    for place in range(1, number):
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(theirs, work, parts[place::number]))
        process.start()
        theirs.close()
        running.append((process, ours))
    try:
        results = [work(parts[::number])]
        for process, ours in running:
            results.append(_result(ours))
            process.join()
    finally:
        for process, _ in running:
            process.kill()
            process.join()
    return results


def _run(
    answer: Connection, work: Callable[[Sequence[Part]], Result], parts: Sequence[Part]
) -> None:
    try:
        answer.send((True, work(parts)))
    except BaseException:  # noqa: BLE001 - it is raised where the work was asked for
        answer.send((False, traceback.format_exc()))
    answer.close()


def _result(answer: Connection) -> Any:
    try:
        succeeded, result = answer.recv()
    except EOFError as error:
        raise WorkerError("a process was ended from outside; is there enough memory?") from error
    if not succeeded:
        raise WorkerError(result)
    return result
