"""Options that commands share: the same name, the same sense, the same words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from problems import FORMATS, did_you_mean

Decorated = TypeVar("Decorated", bound=Callable[..., object])


class Choice(click.Choice[str]):
    """One of some words; of another, the nearest is proposed."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Say that *value* is none of them."""
        known = ", ".join(self.choices)
        return f"“{value}” is none of {known}{did_you_mean(str(value), self.choices)}"


class Folder(click.ParamType[Path]):
    """A folder that is there."""

    name = "DIR"

    def convert(
        self,
        value: str | Path,
        param: click.Parameter | None,  # noqa: ARG002 - click's signature
        ctx: click.Context | None,
    ) -> Path:
        """Return the folder."""
        folder = Path(value)
        if not folder.is_dir():
            raise click.UsageError(f"there is no folder {folder}; name another with --content", ctx)
        return folder


def content_option(*, holds: str, needed: bool = True) -> Callable[[Decorated], Decorated]:
    """Add ``--content DIR``, which *holds* what the command needs.

    Where it is not *needed*, the command says itself that it is not there.
    """
    kind = Folder() if needed else click.Path(path_type=Path)
    return click.option(
        "--content",
        type=kind,
        default=Path("content"),
        metavar="DIR",
        help=f"The folder {holds}.  [default: content]",
    )


def output_option(default: str) -> Callable[[Decorated], Decorated]:
    """Add ``--output DIR``."""
    return file_option("--output", default, "DIR", "The folder to build into.")


def file_option(
    name: str, default: str | None, metavar: str, told: str
) -> Callable[[Decorated], Decorated]:
    """Add an option that names a file or a folder."""
    return click.option(
        name,
        type=click.Path(path_type=Path),
        default=default and Path(default),
        metavar=metavar,
        help=f"{told}  [default: {default}]" if default else told,
    )


def port_option(default: int) -> Callable[[Decorated], Decorated]:
    """Add ``--port``."""
    return click.option(
        "--port",
        type=click.IntRange(1, 65535),
        default=default,
        help=f"Where to listen, on this machine only.  [default: {default}]",
    )


# The command gets it as *form*.
format_option = click.option(
    "--format",
    "form",
    type=Choice(list(FORMATS)),
    default="text",
    help="How problems are written; json: one object a line.",
)
# Without it, the command only tells what it would do.
write_option = click.option(
    "--write",
    is_flag=True,
    help="Write indeed; without it, you are only told what would be done.",
)
# The command tells what it would write, and writes nothing.
dry_run_option = click.option(
    "--dry-run", is_flag=True, help="Tell what would be written, and write nothing."
)
