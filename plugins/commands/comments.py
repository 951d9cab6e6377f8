"""``inv comments``: the comment service by itself, and comments that move in and out."""

from __future__ import annotations

from pathlib import Path

import click

from commands.command_line import Group
from commands.options import (
    Choice,
    content_option,
    file_option,
    format_option,
    port_option,
    write_option,
)
from commands.output import STANDARD
from comments import serve
from comments.moving.model import Order

PROVIDERS = serve.embedded()
KINDS = ("wordpress", "disqus", "isso", "json")


@click.group(
    cls=Group,
    invoke_without_command=True,
    examples=("inv comments --port 8081", "inv comments import wordpress.xml --write"),
)
@click.option("--provider", type=Choice(PROVIDERS), default=PROVIDERS[0], help="Which service.")
@port_option(8080)
@click.option(
    "--site",
    default="http://localhost:8000",
    metavar="URL",
    help="Where the site is.  [default: http://localhost:8000]",
)
@file_option("--data", ".comments", "DIR", "Where they are kept.")
@click.pass_context
def comments(ctx: click.Context, provider: str, port: int, site: str, data: Path) -> None:
    """Start Isso beside the site that `inv serve` shows; or move comments in and out."""
    if ctx.invoked_subcommand is None:
        try:
            serve.serve(provider, port=port, site=site, data=data)
        except serve.NotServedError as error:
            raise SystemExit(f"error: {error}") from error


database = file_option("--database", ".comments/comments.db", "FILE", "Where comments are kept.")
content = content_option(holds="of the articles", needed=False)
settings = file_option("--settings", "pelicanconf.py", "FILE", "The settings of the site.")


@comments.command(
    name="import",
    examples=(
        "inv comments import wordpress.xml",
        "inv comments import old.json --map addresses.yaml --write",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "kind", type=Choice(KINDS), help="What the file is.")
@file_option("--map", None, "FILE", "Old addresses and the articles they are: YAML, or CSV.")
@click.option("--keep-unknown", is_flag=True, help="Import comments that have no article, too.")
@click.option(
    "--with-addresses", "addresses", is_flag=True, help="Import e-mail and network addresses, too."
)
@write_option
@database
@content
@settings
@format_option
def take(content: Path, settings: Path, form: str, write: bool, **given: object) -> int:
    """Take comments over from an export or a database; without --write, only tell how."""
    from commands import moving

    order = Order(**given)  # type: ignore[arg-type] # click has seen to the types
    return moving.take(order, content=content, settings=settings, form=form, write=write)


@comments.command(
    name="export",
    examples=("inv comments export comments.json", "inv comments export --from-server > all.json"),
)
@click.argument("file", type=click.Path(path_type=Path), default=Path(STANDARD))
@click.option("--from-server", is_flag=True, help="Export what the site's service shows instead.")
@database
@content
@settings
@format_option
def give(**given: object) -> int:
    """Write all comments as JSON: into FILE, or to the terminal."""
    from commands import moving

    return moving.give(**given)  # type: ignore[arg-type] # as above
