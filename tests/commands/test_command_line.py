"""Every command explains itself, and says in one form what cannot be chosen."""

from __future__ import annotations

import re

import pytest

from commands.command_line import COMMANDS, run
from problems import FORMATS

WRONG = [
    ("verify --contnet x", "there is no option --contnet; did you mean --content?; inv verify"),
    ("verify --format xml", "--format: “xml” is none of text, json, github; inv verify"),
    (
        "verify --format jsn",
        "--format: “jsn” is none of text, json, github; did you mean json?; inv verify",
    ),
    ("verify --format", "option '--format' requires an argument; inv verify"),
    ("verify articles", "one at a time; take articles away; inv verify"),
    ("verify --content nowhere", "there is no folder nowhere; name another with --content; inv"),
    ("serve --port x", "--port: 'x' is not"),
    ("verfy", "there is no command verfy; did you mean verify?; inv"),
]


@pytest.mark.parametrize(("words", "told"), WRONG, ids=lambda each: each)
def test_what_cannot_be_chosen_is_told_in_one_sentence(
    words: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(words.split())

    said, aside = capsys.readouterr()
    assert (code, said) == (2, "")
    assert aside.startswith(f"error: {told}")
    assert re.fullmatch(r"error: [^\n]+; inv[ \w]* --help has all options\n", aside)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_explains_its_options_and_shows_examples(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run([name, "--help"])

    said = capsys.readouterr().out
    assert code == 0
    assert re.search(rf"^Examples?:\n +inv {name}\b", said.replace("  Ex", "Ex"), re.MULTILINE)
    assert said.splitlines()[2].strip()


@pytest.mark.parametrize(
    "name",
    [*sorted(set(COMMANDS) - {"serve", "comments", "new"}), "comments import", "comments export"],
)
def test_what_tells_problems_takes_the_folder_and_every_form(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run([*name.split(), "--help"])

    said = capsys.readouterr().out
    assert "--content DIR" in said
    assert f"--format [{'|'.join(FORMATS)}]" in said


def test_all_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0

    said = capsys.readouterr().out
    assert all(re.search(rf"^  {name} ", said, re.MULTILINE) for name in COMMANDS)
