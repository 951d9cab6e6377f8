"""The command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from capture.archive import LOOK_UP, REQUEST, Wish
from capture.model import Limits
from problems import FORMATS
from problems.suggestions import did_you_mean

MEGABYTE = 1_000_000
DESCRIPTION = (
    "Keep the text of a work, and what it is, to quote from it. Writes citations/KEY.yaml and"
    " citations/KEY.txt, and prints what to paste. Nothing that is there is ever written over."
)


class _Parser(argparse.ArgumentParser):
    """Says in one line what cannot be chosen."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"error: {message}; inv cite --help has all options\n")

    def refuse(self, word: str) -> NoReturn:
        """End the process at a word that is one too many."""
        if word.startswith("-"):
            known = [name for name in self._option_string_actions if name.startswith("--")]
            self.error(f"there is no option {word}{did_you_mean(word, known)}")
        self.error(f"one work at a time; take {word} away")


def _wish(text: str) -> Wish:
    try:
        return Wish(text)
    except ValueError:
        message = f"“{text}” is no wish{did_you_mean(text, list(Wish))}"
        raise argparse.ArgumentTypeError(message) from None


def options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was chosen; ends the process with a hint where it cannot be."""
    parser = _Parser(prog="inv cite", description=DESCRIPTION, allow_abbrev=False)
    parser.add_argument(
        "work", nargs="?", default="", help="the address of a page, or a saved page, PDF or text"
    )
    parser.add_argument("--key", default="", help="what to cite it by; one is proposed without it")
    parser.add_argument("--url", default="", help="where the page of a file is found on the web")
    parser.add_argument(
        "--content", type=Path, default=Path("content"), help="the folder of citations/, sources/"
    )
    parser.add_argument(
        "--new-source", action="store_true", help="describe an outlet that is not in sources/"
    )
    parser.add_argument(
        "--allow-local", action="store_true", help="fetch from this machine and its network, too"
    )
    parser.add_argument(
        "--format", choices=list(FORMATS), default="text", help="how problems are written"
    )
    _add_archives(parser)
    _add_limits(parser)
    return _checked(parser, arguments)


def _add_archives(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--archive",
        type=_wish,
        metavar="{look-up,request}",
        help="name a copy in a web archive, or have one made",
    )
    parser.add_argument("--warc", action="store_true", help="keep what the server sent, too")
    parser.add_argument(
        "--refresh", action="store_true", help="say which cited pages are gone or changed"
    )
    parser.add_argument(
        "--archive-at",
        default="",
        metavar="URL",
        help=f"another archive than {LOOK_UP} and {REQUEST}",
    )


def _add_limits(parser: argparse.ArgumentParser) -> None:
    usual = Limits()
    parser.add_argument(
        "--seconds",
        type=float,
        default=usual.seconds,
        help="how long fetching a page may take, and reading it (%(default)s)",
    )
    parser.add_argument(
        "--megabytes",
        type=float,
        default=usual.size / MEGABYTE,
        help="how large it may be (%(default)s)",
    )
    parser.add_argument(
        "--pause",
        type=float,
        default=1,
        help="seconds between two requests to a host (%(default)s)",
    )


def _checked(parser: _Parser, arguments: Sequence[str] | None) -> argparse.Namespace:
    chosen, unknown = parser.parse_known_args(arguments)
    if unknown:
        parser.refuse(unknown[0])
    if chosen.refresh and chosen.work:
        parser.error(
            "--refresh asks for all cited pages; give it no work, or --key for one of them"
        )
    if not chosen.refresh and not chosen.work:
        parser.error("name a work: the address of a page, or a file; or say --refresh")
    if not chosen.content.is_dir():
        parser.error(f"there is no folder {chosen.content}; name another with --content")
    return chosen
