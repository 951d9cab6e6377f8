"""What people do with this site, each a command: `inv --list`.

Tasks call tools and hold no logic; whatever they do can be done without them.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from invoke.context import Context
from invoke.parser.argument import Argument
from invoke.tasks import Task, task

BIN = Path(sys.executable).parent
# Pelican's output depends on the hash seed, so two builds are only alike with one seed.
# SOURCE_DATE_EPOCH passes through with the rest of the environment.
ENVIRONMENT = {
    "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
    "PYTHONHASHSEED": "0",
    "PYTHONPATH": f"plugins{os.pathsep}.",
}


# A file to a worker shares what it makes; of made-up texts, a few.
FAST = ["-m", "not browser and not builds and not slow"]
FAST += ["--dist", "loadfile", "--hypothesis-profile", "fast"]


def run(context: Context, *words: str) -> None:
    """Run a program of this environment; its failure is the task's."""
    context.run(shlex.join(words), env=ENVIRONMENT)


def _parts(word: str) -> int:
    """Return into how many words invoke parts *word*: --key=x is two, and so is -kx."""
    if not word.startswith("-"):
        return 1
    short = 1 if word.startswith("--") else max(1, len(word) - 1)
    return 2 if "=" in word else short


class Command(Task[Callable[..., None]]):
    """A task that hands every word behind its name to the command line: options and operands.

    Invoke knows no operand that may be left out, and would refuse what it does not know in
    words of its own. So it is told of as many operands as there are words.
    """

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:  # noqa: ARG002
        """Return an operand for each word, as invoke counts them."""
        words = sys.argv[sys.argv.index(self.name) + 1 :] if self.name in sys.argv else []
        number = sum(map(_parts, words))
        return [
            Argument(name=f"word-{place}", positional=True, help="for the command line")
            for place in range(number)
        ]


def hand_on(name: str, words: dict[str, str]) -> None:
    """Let the command line do it, in the place of this process: it may ask, and be stopped."""
    program = (sys.executable, "-m", "commands", name, *words.values())
    os.execve(sys.executable, program, os.environ | ENVIRONMENT)  # noqa: S606 - no shell is wanted


@task(klass=Command)
def build(_context: Context, **words: str) -> None:
    """Build the site; one with errors leaves the last good one as it was."""
    hand_on("build", words)


@task(klass=Command)
def serve(_context: Context, **words: str) -> None:
    """Show the site with its drafts and comments while you write; it follows every change."""
    hand_on("serve", words)


@task(klass=Command)
def new(_context: Context, **words: str) -> None:
    """Begin a publication of your own in the place of the sample: inv new publication."""
    hand_on("new", words)


@task(klass=Command)
def verify(_context: Context, **words: str) -> None:
    """Compare every quotation with its source, and write nothing."""
    hand_on("verify", words)


@task(klass=Command)
def check(_context: Context, **words: str) -> None:
    """Build the site as it would be published, and tell all that is wrong with it."""
    hand_on("check", words)


@task(klass=Command)
def cite(_context: Context, **words: str) -> None:
    """Keep the text of a work, and what it is, to quote from it."""
    hand_on("cite", words)


@task(klass=Command)
def comments(_context: Context, **words: str) -> None:
    """Start Isso beside the site that `inv serve` shows; import FILE, export [FILE]."""
    hand_on("comments", words)


@task(
    help={
        "fast": "what needs neither a browser nor a built site: to run between two edits",
        "coverage": "measure the check and the grammar, and fail below 100 %",
        "random": "in an order that is left to chance, which pytest prints",
        "select": "only tests whose names match, as pytest's -k",
    }
)
def test(
    context: Context,
    fast: bool = False,
    coverage: bool = False,
    random: bool = False,
    select: str = "",
) -> None:
    """Run the tests."""
    words = ["pytest", "-n", "2"]
    words += FAST if fast else []
    words += ["--cov"] if coverage else []
    words += ["--random-order"] if random else []
    words += ["-k", select] if select else []
    # Thrice as long to start where nothing that was compiled is kept.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    run(context, *words)


@task
def lint(context: Context) -> None:
    """Check form, types, spelling and workflows; change nothing."""
    run(context, "ruff", "check", ".")
    run(context, "ruff", "format", "--check", ".")
    run(context, "mypy")
    run(context, "codespell")
    run(context, "zizmor", "--offline", "--quiet", ".github")


@task
def format(context: Context) -> None:  # noqa: A001 - the task's name
    """Put the code in form."""
    run(context, "ruff", "check", "--fix", ".")
    run(context, "ruff", "format", ".")


@task(
    help={
        "documents": "how many made-up documents; 10,000 if nothing is said",
        "minutes": "for how long",
        "seed": "which documents: a number",
        "releases": "try every release of Python-Markdown, with its own tests as well",
    }
)
def fuzz(
    context: Context,
    documents: int = 0,
    minutes: float = 0.0,
    seed: int = 0,
    releases: bool = False,
) -> None:
    """Look for a document that plugins/fast_markdown converts otherwise than Python-Markdown."""
    if releases:
        run(context, "python", "-m", "tests.fast_markdown.releases")
        return
    numbers = {"documents": documents, "minutes": minutes, "seed": seed}
    words = [f"--{name}={number}" for name, number in numbers.items() if number]
    run(context, "python", "-m", "tests.fast_markdown.fuzzing", *words)


@task
def audit(context: Context) -> None:
    """Let Lighthouse judge the front page and an article; it is installed when first asked for."""
    run(context, "python", "-m", "tests.audit")


@task
def bench(context: Context) -> None:
    """Measure what readers and editors would notice."""
    for path in sorted(Path("tests/bench").glob("*.py")):
        run(context, "python", str(path))
