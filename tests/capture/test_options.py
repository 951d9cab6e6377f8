"""What can be asked of the command, and what it says where it cannot be."""

from __future__ import annotations

import pytest

from commands.command_line import run as run_command


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name a work"),
        (["--refresh", "https://a.example"], "--refresh asks for all"),
        (["a.html", "--content", "nowhere"], "there is no folder nowhere"),
        (
            ["a.html", "--archive", "lookup"],
            "“lookup” is none of look-up, request; did you mean look-up?",
        ),
        (["a.html", "--format", "xml"], "json"),
        (["a.html", "--ky", "water"], "there is no option --ky; did you mean --key?"),
        (["a.html", "b.html"], "one at a time; take b.html away"),
    ],
)
def test_what_cannot_be_chosen_is_said(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["cite", *arguments]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.startswith("error: ")
    assert told.endswith("; inv cite --help has all options\n")


def test_help_explains_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["cite", "--help"]) == 0

    said = capsys.readouterr().out
    assert "Nothing that is there is ever written over" in " ".join(said.split())
    assert "--allow-local" in said
