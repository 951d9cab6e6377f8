"""Keep the text of a work, and what it is, to quote from it: ``python -m capture``."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from capture.addresses import anywhere, is_address, is_public, web_address
from capture.archive import LOOK_UP, REQUEST, Archive, Wish, is_copy, raw_copy
from capture.errors import CaptureError
from capture.fetch import fetch
from capture.keep import Keeper
from capture.kept import Kept
from capture.local import read_file
from capture.model import Limits, Page
from capture.options import MEGABYTE, options
from capture.refresh import Refreshing
from capture.told import as_json, as_text, summary
from capture.within import extract_within
from citations.library import Library
from citations.model import Source
from problems import Location, Problem, report

MISTAKEN = 2  # about what was asked for, as argparse says it
STOPPED = 130  # as shells say it
AT_ONCE = 10  # pages between two signs of life, where nobody watches


def main(arguments: Sequence[str] | None = None) -> int:
    """Keep a work, or ask for all again; return the exit code.

    It is 0, or 1 after an error, or 2 where what was named is not there.
    """
    chosen = options(arguments)
    code = 1
    try:
        return refresh_all(chosen) if chosen.refresh else keep_one(chosen)
    except CaptureError as error:
        is_file = chosen.work and not is_address(chosen.work)
        place = Location(path=Path(chosen.work)) if is_file else None
        problem = Problem(message=str(error), code=error.code, location=place)
        code = MISTAKEN if error.code == "file" else code
    except KeyboardInterrupt:
        return STOPPED
    except OSError as error:
        message = f"cannot write to {chosen.content} ({error.strerror}); mend its permissions"
        problem = Problem(message=message, code="file")
    _say(report([problem], form=chosen.format))
    return code


def keep_one(chosen: argparse.Namespace) -> int:
    """Keep the work that was named, and tell what to paste."""
    library = Library.load(chosen.content)
    page = _page(chosen)
    today = date.today()  # noqa: DTZ011 - the day that whoever reads the page has
    keeper = Keeper(
        content=chosen.content,
        library=library,
        today=today,
        key=chosen.key,
        with_warc=chosen.warc,
        describe=partial(_describe, chosen),
        wish=chosen.archive,
        archive=_archive(chosen),
    )
    kept = keeper.keep(page, extract_within(page, today=today, seconds=chosen.seconds))
    notices = report(_placed(kept), form=chosen.format)
    _say(notices, as_json(kept) if chosen.format == "json" else as_text(kept))
    return 0


def refresh_all(chosen: argparse.Namespace) -> int:
    """Ask for all cited pages again, or for one, and tell what became of them."""
    citations = Library.load(chosen.content).citations
    if chosen.key and chosen.key not in citations:
        raise CaptureError(f"no citation “{chosen.key}” in citations/", "unknown-citation")
    refreshing = Refreshing(
        fetch=_fetching(chosen),
        seconds=chosen.seconds,
        today=date.today(),  # noqa: DTZ011 - as above
        archive=_archive(chosen),
        wish=chosen.archive,
        pause=chosen.pause,
        told=_progress,
    )
    wanted = [citations[chosen.key]] if chosen.key else citations.values()
    problems, counted = refreshing.run(wanted)
    _say(report(problems, form=chosen.format))
    sys.stderr.write(f"{summary(counted)}\n")
    return 0


def _page(chosen: argparse.Namespace) -> Page:
    """Return the page that was named; one that is gone may have a copy to be named instead."""
    work, url = chosen.work, chosen.url
    if not is_address(work):
        return read_file(Path(work), url=url, limits=_limits(chosen))
    if url and is_copy(work):
        page = _fetching(chosen)(raw_copy(work))
        return replace(page, url=str(web_address(url)), archive=work)
    if url:
        raise CaptureError("--url says where a file, or an archived copy, is from", "address")
    try:
        return _fetching(chosen)(work)
    except CaptureError as error:
        if error.code != "gone" or not chosen.archive:
            raise
        copy = _archive(chosen).copy(work, Wish.LOOK_UP)
        message = f"{work} is gone, and a copy is not: inv cite {copy} --url {work}"
        raise CaptureError(message, "gone") from error


def _fetching(chosen: argparse.Namespace) -> Callable[[str], Page]:
    may_reach = anywhere if chosen.allow_local else is_public
    return partial(fetch, limits=_limits(chosen), may_reach=may_reach)


def _limits(chosen: argparse.Namespace) -> Limits:
    return Limits(seconds=chosen.seconds, size=int(chosen.megabytes * MEGABYTE))


def _archive(chosen: argparse.Namespace) -> Archive:
    return Archive(
        look_up_at=chosen.archive_at or LOOK_UP,
        request_at=chosen.archive_at or REQUEST,
        may_reach=anywhere if chosen.allow_local else is_public,
    )


def _describe(chosen: argparse.Namespace, source: Source) -> bool:
    """Tell whether an outlet is to be described; ask, where somebody is there to answer."""
    if chosen.new_source or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return bool(chosen.new_source)
    _say(f"No outlet in sources/ has the address {source.url}.")
    answer = input(f"Describe “{source.title}” in sources/{source.path.name}? [y/N] ")
    return answer.strip().lower() in {"y", "yes"}


def _placed(kept: Kept) -> list[Problem]:
    """Return the notices with their place: the file that somebody may have to mend."""
    path = next((path for path in kept.files if path.suffix == ".yaml"), None)
    place = Location(path=path) if path else None
    return [replace(each, location=each.location or place) for each in kept.notices]


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} of {total} pages")
        sys.stderr.write("\r\033[K" if done == total else "")
    elif done % AT_ONCE == 0 and done < total:
        sys.stderr.write(f"{done} of {total} pages\n")
    sys.stderr.flush()


def _say(*texts: str) -> None:
    sys.stdout.write("".join(f"{text}\n" for text in texts if text))
    sys.stdout.flush()


if __name__ == "__main__":
    # What libraries warn of is told here, in a sentence of ours.
    logging.disable(logging.CRITICAL)
    sys.exit(main())
