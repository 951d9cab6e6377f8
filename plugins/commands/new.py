"""Beginning something: ``inv new publication``."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from commands.command_line import Group
from commands.options import Choice, write_option
from new_publication.making import Plan, plan
from new_publication.model import (
    COMMENTS,
    NotPossibleError,
    Publication,
    date_in,
    read_languages,
    read_name,
    read_sections,
    read_timezone,
    read_url,
)
from new_publication.texts import LANGUAGES


class Read(click.ParamType[Any]):
    """What a function reads from a word, or says what is wrong with it."""

    def __init__(self, name: str, read: Callable[[str], object]) -> None:
        self.name = name
        self.read = read

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """Return what *value* says."""
        try:
            return self.read(value) if isinstance(value, str) else value
        except NotPossibleError as error:
            self.fail(str(error), param, ctx)


KINDS: dict[str, click.ParamType[Any]] = {
    "name": Read("NAME", read_name),
    "url": Read("URL", read_url),
    "languages": Read("CODES", lambda said: read_languages(said, LANGUAGES)),
    "sections": Read("NAMES", read_sections),
    "author": Read("NAME", read_name),
    "comments": Choice(list(COMMENTS)),
    "timezone": Read("ZONE", read_timezone),
}
# What is asked where there is no option, and what is proposed.
QUESTIONS = {
    "name": ("What is it called", None),
    "url": ("Where will it be published", None),
    "languages": (f"In which languages, the main one first ({', '.join(LANGUAGES)})", "en"),
    "sections": ("Which sections has it", None),
    "author": ("Who writes here", None),
    "comments": ("Who keeps the comments: none, or isso on a server of yours", "none"),
    "timezone": ("In which time zone are its dates", "UTC"),
}
EXAMPLE = (
    'inv new publication --name "The River Post" --url https://post.example --languages en,ka'
    ' --sections Water,Land --author "Ann Example"'
)


@click.group(cls=Group, examples=("inv new publication",))
def new() -> None:
    """Begin something: a publication of your own in the place of the sample."""


@new.command(examples=("inv new publication", EXAMPLE + " --write"))
@click.option("--name", type=KINDS["name"], help="What it is called.")
@click.option("--url", type=KINDS["url"], help="Where it will be published.")
@click.option("--languages", type=KINDS["languages"], help="Of these, the first is at its root.")
@click.option("--sections", type=KINDS["sections"], help="In the order of the menu, with commas.")
@click.option("--author", type=KINDS["author"], help="Who writes here; others may follow.")
@click.option("--comments", type=KINDS["comments"], help="Who keeps the comments: isso, or none.")
@click.option("--timezone", type=KINDS["timezone"], help="Where its dates are, as Asia/Tbilisi.")
@click.option("--remove-own", is_flag=True, help="Remove what is not the sample's, too.")
@write_option
def publication(remove_own: bool, write: bool, **said: Any) -> int:
    """Clear the sample away, and write a publication of your own; what is not said is asked."""
    asking = sys.stdin.isatty() and sys.stdout.isatty()
    answers = {name: _answer(name, value, asking=asking) for name, value in said.items()}
    translations = _translations(answers) if asking else {}
    today = date_in(answers["timezone"], _now())
    wanted = Publication(**answers, today=today, translations=translations)
    try:
        to_do = plan(Path(), wanted, remove_own=remove_own)
    except NotPossibleError as error:
        raise click.UsageError(str(error)) from error
    _tell(to_do)
    if write or (asking and click.confirm("Do it?")):
        to_do.carry_out()
        click.echo("Done: look at it with inv serve, and read pelicanconf.py.")
    else:
        click.echo("Nothing was changed; --write does it.")
    return 0


def _answer(name: str, value: object, *, asking: bool) -> Any:
    question, default = QUESTIONS[name]
    if value is None and asking:
        return click.prompt(question, type=KINDS[name], default=default)
    if value is None and default is None:
        raise click.UsageError(f"--{name} is missing")
    return KINDS[name].convert(default if value is None else value, None, None)


def _translations(answers: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Ask what the publication and its sections are called in its other languages."""
    names = (answers["name"], *answers["sections"])
    asked = {
        language: {
            name: click.prompt(f"“{name}” in {language}", default=name, type=KINDS["name"])
            for name in names
        }
        for language in answers["languages"][1:]
    }
    return {
        language: {name: text for name, text in said.items() if text != name}
        for language, said in asked.items()
    }


def _now() -> datetime.datetime:
    """Return the time, or that which a reproducible build is told (SOURCE_DATE_EPOCH)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC)
    return datetime.datetime.now(tz=datetime.UTC)


def _tell(to_do: Plan) -> None:
    click.echo(f"The {len(to_do.removed)} files of the sample in content/ are removed.")
    for name in to_do.written:
        click.echo(f"{name} is written.")
