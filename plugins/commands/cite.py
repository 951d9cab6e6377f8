"""``inv cite``: keep the text of a work, and what it is; or take over a whole library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from capture.model import Limits
from commands.command_line import Command
from commands.options import Choice, content_option, dry_run_option, format_option

MEGABYTE = 1_000_000
USUAL = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was chosen on the command line."""

    work: str
    key: str
    url: str
    content: Path
    new_source: bool
    archive: str | None
    warc: bool
    refresh: bool
    allow_local: bool
    imported: str
    exported: str
    kind: str | None
    archive_at: str
    seconds: float
    megabytes: float
    pause: float
    dry_run: bool
    form: str

    @property
    def limits(self) -> Limits:
        return Limits(seconds=self.seconds, size=int(self.megabytes * MEGABYTE))


@click.command(
    cls=Command,
    examples=(
        "inv cite https://courier.example/water",
        "inv cite water.pdf --url https://courier.example/water.pdf --key water",
        "inv cite --refresh --archive look-up",
        "inv cite --import library.bib --dry-run",
    ),
)
@click.argument("work", default="", metavar="[URL|FILE]")
@click.option("--key", default="", help="What to cite it by; one is proposed without it.")
@click.option("--url", default="", help="Where the page of a file is found on the web.")
@click.option("--new-source", is_flag=True, help="Describe an outlet that is not in sources/.")
@click.option(
    "--archive",
    type=Choice(["look-up", "request"]),
    help="Name a copy in a web archive, or have one made.",
)
@click.option("--warc", is_flag=True, help="Keep what the server sent, too.")
@click.option("--refresh", is_flag=True, help="Say which cited pages are gone or changed.")
@click.option("--import", "imported", default="", metavar="FILE", help="Take over a library.")
@click.option("--export", "exported", default="", metavar="FILE", help="Write all citations.")
@click.option(
    "--type",
    "kind",
    type=Choice(["csl", "bibtex"]),
    help="What a library is, where its name does not end with .json or .bib.",
)
@click.option("--allow-local", is_flag=True, help="Fetch from this machine and its network, too.")
@click.option("--archive-at", default="", metavar="URL", help="Another archive than archive.org.")
@click.option(
    "--seconds",
    type=float,
    default=USUAL.seconds,
    help=f"How long fetching a page may take, and reading it.  [default: {USUAL.seconds:g}]",
)
@click.option(
    "--megabytes",
    type=float,
    default=USUAL.size / MEGABYTE,
    help=f"How large it may be.  [default: {USUAL.size / MEGABYTE:g}]",
)
@click.option(
    "--pause", type=float, default=1, help="Seconds between two requests to a host.  [default: 1]"
)
@content_option(holds="of citations/ and sources/")
@dry_run_option
@format_option
def cite(**given: object) -> int:
    """Keep the text of a work, and what it is, to quote from it.

    Writes citations/KEY.yaml and citations/KEY.txt, and prints what to paste. Nothing that is
    there is ever written over.
    """
    chosen = Chosen(**given)  # type: ignore[arg-type] # click has seen to the types
    _require_one(chosen)
    # Each needs libraries that take a while to load.
    if chosen.imported or chosen.exported:
        from commands import library

        return library.move(chosen)
    from commands import capturing

    return capturing.capture(chosen)


def _require_one(chosen: Chosen) -> None:
    library = chosen.imported or chosen.exported
    context = click.get_current_context()
    if chosen.refresh and chosen.work:
        message = "--refresh asks for all cited pages; give it no work, or --key for one of them"
        raise click.UsageError(message, context)
    if library and (chosen.work or chosen.refresh):
        message = "--import and --export move a whole library; give them no work"
        raise click.UsageError(message, context)
    if not (chosen.work or chosen.refresh or library):
        message = "name a work: the address of a page, or a file; or say --refresh"
        raise click.UsageError(message, context)
