"""Building, checking and showing a site: Pelican does it, and these choose its settings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click

from commands.command_line import Command
from commands.options import content_option, format_option, output_option, port_option

DEVELOPED, PUBLISHED = "pelicanconf.py", "publishconf.py"
articles = content_option(holds="of the articles")


@click.command(
    cls=Command, examples=("inv build", "inv build --publish --output published --format github")
)
@click.option("--publish", is_flag=True, help=f"Build for the published site: {PUBLISHED}.")
@click.option("--clean", is_flag=True, help="Use nothing that earlier builds kept.")
@articles
@output_option("output")
@format_option
def build(publish: bool, clean: bool, content: Path, output: Path, form: str) -> int:
    """Build the site; one with errors leaves the last good one as it was."""
    settings = PUBLISHED if publish else DEVELOPED
    return pelican(content, form, settings=settings, output=output, INCREMENTAL=not clean)


@click.command(cls=Command, examples=("inv check", "inv check --format github"))
@articles
@output_option(".cache/checked")
@format_option
def check(content: Path, output: Path, form: str) -> int:
    """Build the site as it would be published, and tell all that is wrong with it."""
    return pelican(content, form, settings=PUBLISHED, output=output, CHECK_SITE=True)


@click.command(cls=Command, examples=("inv verify", "inv verify --content content --format json"))
@articles
@format_option
def verify(content: Path, form: str) -> int:
    """Compare every quotation with its source, and write nothing."""
    return pelican(content, form, settings=DEVELOPED, VERIFY_ONLY=True)


@click.command(cls=Command, examples=("inv serve", "inv serve --port 8001"))
@port_option(8000)
def serve(port: int) -> int:
    """Show the site with its drafts and comments while you write; it follows every change."""
    from local_site.showing import show

    return show(port)


def pelican(
    content: Path, form: str, *, settings: str, output: Path | None = None, **more: bool
) -> int:
    """Run Pelican, as anybody can without this; return its exit code."""
    words = [str(content), "--settings", settings, *(["--output", str(output)] if output else [])]
    stated = {"PROBLEM_FORMAT": form, **more}
    words += [
        "--extra-settings",
        *(f"{name}={json.dumps(value)}" for name, value in stated.items()),
    ]
    return subprocess.run([sys.executable, "-m", "pelican", *words], check=False).returncode
