"""Beginning something: ``inv new publication``."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from commands.command_line import Group
from commands.options import write_option
from commands.output import asking
from new_publication.making import Plan, plan
from new_publication.model import (
    NotPossibleError,
    Publication,
    read_comments,
    read_languages,
    read_name,
    read_sections,
    read_timezone,
    read_url,
)
from new_publication.texts import LANGUAGES

Answer = TypeVar("Answer")


class Question(click.ParamType[Answer]):
    """What an option states, or else an answer; *read* reads it, or says what is wrong with it."""

    def __init__(
        self, name: str, read: Callable[[str], Answer], asked: str, default: str | None = None
    ) -> None:
        self.name = name
        self.read = read
        self.asked = asked
        self.default = default

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Answer:
        """Return what *value* says."""
        try:
            return self.read(str(value))
        except NotPossibleError as error:
            self.fail(str(error), param, ctx)

    def answer(self, stated: Answer | None) -> Answer:
        """Return what was *stated*; where somebody is there, ask what was not."""
        if stated is not None:
            return stated
        if asking():
            # Without a default, click asks again and does not say why.
            default, shown = self.default or "", self.default is not None
            said: Answer = click.prompt(self.asked, type=self, default=default, show_default=shown)
            return said
        if self.default is None:
            raise click.UsageError(f"--{self.name} is missing")
        return self.read(self.default)


NAME = Question("name", read_name, "What is it called")
URL = Question("url", read_url, "Where will it be published")
KNOWN = ", ".join(LANGUAGES)
SPOKEN = Question(
    "languages",
    lambda said: read_languages(said, LANGUAGES),
    f"In which languages, the main one first ({KNOWN})",
    "en",
)
SECTIONS = Question("sections", read_sections, "Which sections has it")
AUTHOR = Question("author", read_name, "Who writes here")
KEEPER = Question(
    "comments", read_comments, "Who keeps the comments: none, or isso on a server of yours", "none"
)
ZONE = Question("timezone", read_timezone, "In which time zone are its dates", "UTC")
EXAMPLE = (
    'inv new publication --name "The River Post" --url https://post.example --languages en,ka'
    ' --sections Water,Land --author "Ann Example"'
)


@click.group(cls=Group, examples=("inv new publication",))
def new() -> None:
    """Begin something: a publication of your own in the place of the sample."""


@new.command(examples=("inv new publication", EXAMPLE + " --write"))
@click.option("--name", type=NAME, help="What it is called.")
@click.option("--url", type=URL, help="Where it will be published.")
@click.option("--languages", type=SPOKEN, help=f"The first is at its root: {KNOWN}.")
@click.option("--sections", type=SECTIONS, help="In the order of the menu, with commas.")
@click.option("--author", type=AUTHOR, help="Who writes here; others may follow.")
@click.option("--comments", type=KEEPER, help="Who keeps the comments: isso, or none.")
@click.option("--timezone", type=ZONE, help="Where its dates are, as Asia/Tbilisi.")
@click.option("--remove-own", is_flag=True, help="Remove what is not the sample's, too.")
@write_option
def publication(
    name: str | None,
    url: str | None,
    languages: tuple[str, ...] | None,
    sections: tuple[str, ...] | None,
    author: str | None,
    comments: str | None,
    timezone: str | None,
    remove_own: bool,
    write: bool,
) -> int:
    """Clear the sample away, and write a publication of your own; what is not said is asked."""
    wanted = Publication(
        name=NAME.answer(name),
        url=URL.answer(url),
        languages=SPOKEN.answer(languages),
        sections=SECTIONS.answer(sections),
        author=AUTHOR.answer(author),
        comments=KEEPER.answer(comments),
        timezone=ZONE.answer(timezone),
        now=_now(),
    )
    try:
        to_do = plan(Path(), _translated(wanted), remove_own=remove_own)
    except NotPossibleError as error:
        raise click.UsageError(str(error)) from error
    _tell(to_do)
    if write or (asking() and click.confirm("Do it?")):
        to_do.carry_out()
        click.echo("Done: look at it with inv serve, and read pelicanconf.py.")
    else:
        click.echo("Nothing was changed; --write does it.")
    return 0


def _translated(wanted: Publication) -> Publication:
    """Ask what the publication and its sections are called in its other languages."""
    names = (wanted.name, *wanted.sections) if asking() else ()
    asked = {
        language: {
            name: Question("name", read_name, f"“{name}” in {language}", name).answer(None)
            for name in names
        }
        for language in wanted.languages[1:]
    }
    return replace(
        wanted,
        translations={
            language: {name: text for name, text in said.items() if text != name}
            for language, said in asked.items()
        },
    )


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
