"""The commands by their names, and one way in which each says what cannot be chosen."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from problems import did_you_mean

MISTAKEN = 2  # about what was asked for
STOPPED = 130  # as shells say it

# Where each is, so that none waits for the libraries of another.
COMMANDS = {
    "build": "commands.site",
    "check": "commands.site",
    "cite": "commands.cite",
    "comments": "commands.comments",
    "verify": "commands.site",
    "serve": "commands.site",
    "new": "commands.new",
}


def _examples(lines: Sequence[str]) -> str:
    """Return the end of a help page, whose lines click is told not to fill."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


class Command(click.Command):
    """Takes its operands one by one, and shows examples."""

    allow_extra_args = True

    def __init__(self, name: str, *, examples: Sequence[str] = (), **given: Any) -> None:
        super().__init__(name, **given)
        self.epilog = _examples(examples)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read *args*; a word that is one too many is named."""
        rest = super().parse_args(ctx, args)
        if ctx.args:
            raise click.UsageError(f"one at a time; take {ctx.args[0]} away", ctx)
        return rest


class Group(click.Group):
    """Commands that belong together; the name of one is looked up, and proposed."""

    command_class = Command

    def __init__(self, name: str, *, examples: Sequence[str] = (), **given: Any) -> None:
        super().__init__(name, **given)
        self.epilog = _examples(examples)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that *args* begin with."""
        command = self.get_command(ctx, args[0])
        if command is None:
            hint = did_you_mean(args[0], self.list_commands(ctx))
            raise click.UsageError(f"there is no command {args[0]}{hint}", ctx)
        return command.name, command, args[1:]


class CommandLine(Group):
    """All commands; a module is loaded when one of its commands is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, or None."""
        module = COMMANDS.get(cmd_name)
        found = getattr(import_module(module), cmd_name) if module else None
        return found if isinstance(found, click.Command) else None


@click.group(cls=CommandLine, name="inv", examples=("inv build", "inv cite --help"))
def inv() -> None:
    """Do what people do with a site."""


def run(arguments: Sequence[str]) -> int:
    """Do what *arguments* say; return the exit code.

    It is what the command returns, or 2, after one sentence, where it cannot be chosen.
    """
    try:
        code = inv.main(list(arguments), prog_name="inv", standalone_mode=False)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else " ".join(("inv", *arguments[:1]))
        sys.stderr.write(f"error: {_sentence(error)}; {command} --help has all options\n")
        return MISTAKEN
    except click.Abort:
        return STOPPED
    return int(code or 0)


def _sentence(error: click.UsageError) -> str:
    """Say what cannot be chosen, in the form of all problems: lower case, without a stop."""
    if isinstance(error, click.NoSuchOption):
        params = error.ctx.command.params if error.ctx else []
        known = [name for param in params for name in param.opts if name.startswith("-")]
        return f"there is no option {error.option_name}{did_you_mean(error.option_name, known)}"
    if isinstance(error, click.MissingParameter) and error.param:
        return f"{error.param.human_readable_name} is missing"
    message = error.message.rstrip(".")
    if isinstance(error, click.BadParameter) and error.param:
        return f"{error.param.opts[0]}: {message[:1].lower()}{message[1:]}"
    return f"{message[:1].lower()}{message[1:]}"
