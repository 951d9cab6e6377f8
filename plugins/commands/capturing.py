"""Keeping one work, and asking for all of them again."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from capture.addresses import anywhere, is_address, is_public, web_address
from capture.archive import LOOK_UP, REQUEST, Archive, Wish, is_copy, raw_copy
from capture.extract import extract_in_time
from capture.fetch import fetch
from capture.files import write_all_new
from capture.keep import Keeper
from capture.local import read_file
from capture.model import CaptureError, Page
from capture.outcome import Kept, as_json, as_text, summary
from capture.refresh import Refreshing
from citations import Library, Source
from commands.cite import Chosen
from commands.command_line import MISTAKEN
from commands.output import asking, system_problem, tell
from problems import Location, Problem

AT_ONCE = 10  # pages between two signs of life, where nobody watches
DRY = "Nothing was written: without --dry-run, it would be."


def capture(chosen: Chosen) -> int:
    """Keep a work, or ask for all again; return the exit code.

    It is 0, or 1 after an error, or 2 where what was named is not there.
    """
    # What libraries warn of is told here, in a sentence of ours.
    logging.disable(logging.CRITICAL)
    try:
        return refresh_all(chosen) if chosen.refresh else keep_one(chosen)
    except CaptureError as error:
        is_file = chosen.work and not is_address(chosen.work)
        place = Location(path=Path(chosen.work)) if is_file else None
        tell([Problem(message=str(error), code=error.code, location=place)], form=chosen.form)
        return MISTAKEN if error.code == "file" else 1
    except OSError as error:
        return tell(
            [system_problem(error, chosen.content, "not-read", doing="read")], form=chosen.form
        )
    finally:
        logging.disable(logging.NOTSET)


def keep_one(chosen: Chosen) -> int:
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
        wish=_wish(chosen),
        archive=_archive(chosen),
        write=(lambda _: None) if chosen.dry_run else write_all_new,
    )
    kept = keeper.keep(page, extract_in_time(page, today=today, seconds=chosen.seconds))
    tell(_placed(kept), [as_text(kept), *([DRY] if chosen.dry_run else [])], form=chosen.form)
    if chosen.form == "json":
        sys.stdout.write(f"{as_json(kept)}\n")
    return 0


def refresh_all(chosen: Chosen) -> int:
    """Ask for all cited pages again, or for one, and tell what became of them."""
    citations = Library.load(chosen.content).citations
    if chosen.key and chosen.key not in citations:
        raise CaptureError(f"no citation “{chosen.key}” in citations/", "unknown-citation")
    refreshing = Refreshing(
        fetch=_fetching(chosen),
        seconds=chosen.seconds,
        today=date.today(),  # noqa: DTZ011 - as above
        archive=_archive(chosen),
        wish=_wish(chosen),
        pause=chosen.pause,
        told=_progress,
    )
    wanted = [citations[chosen.key]] if chosen.key else citations.values()
    problems, counted = refreshing.run(wanted)
    tell(problems, form=chosen.form)
    sys.stderr.write(f"{summary(counted)}\n")
    return 0


def _page(chosen: Chosen) -> Page:
    """Return the page that was named; one that is gone may have a copy to be named instead."""
    work, url = chosen.work, chosen.url
    if not is_address(work):
        return read_file(Path(work), url=url, limits=chosen.limits)
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


def _fetching(chosen: Chosen) -> Callable[[str], Page]:
    may_reach = anywhere if chosen.allow_local else is_public
    return partial(fetch, limits=chosen.limits, may_reach=may_reach)


def _archive(chosen: Chosen) -> Archive:
    return Archive(
        look_up_at=chosen.archive_at or LOOK_UP,
        request_at=chosen.archive_at or REQUEST,
        may_reach=anywhere if chosen.allow_local else is_public,
    )


def _wish(chosen: Chosen) -> Wish | None:
    if chosen.archive and chosen.dry_run:
        return Wish.LOOK_UP
    return Wish(chosen.archive) if chosen.archive else None


def _describe(chosen: Chosen, source: Source) -> bool:
    """Tell whether an outlet is to be described; ask, where somebody is there to answer."""
    if chosen.new_source or not asking():
        return chosen.new_source
    print(f"No outlet in sources/ has the address {source.url}.")  # noqa: T201 - asked of a person
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
