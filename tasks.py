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

FORMATS = "how problems are written: text, json or github"
OPTIONS = {word.partition("=")[0] for word in sys.argv}
# With one of these, `inv cite` needs no work; without a word, it says what to name.
WITHOUT_WORK = {"--refresh", "--import", "--export"}
CITES_NOTHING = sys.argv[-1] == "cite"
# Whether somebody is there to be asked.
ASKING = sys.stdin.isatty() and sys.stdout.isatty()


def run(context: Context, *words: str, warn: bool = False, pty: bool = False) -> None:
    """Run a program of this environment; its failure is the task's, unless *warn*.

    With *pty* it may ask a question, and has one stream for all that it says.
    """
    context.run(shlex.join(words), env=ENVIRONMENT, warn=warn, pty=pty)


def stated(**options: str | bool) -> list[str]:
    """Return the words of a command line for the *options* that were given."""
    given = {f"--{name.replace('_', '-')}": value for name, value in options.items() if value}
    pairs = ((name,) if value is True else (name, str(value)) for name, value in given.items())
    return [word for pair in pairs for word in pair]


def operands() -> list[str]:
    """Return the operands of `inv comments`: none, or those of `import FILE`, `export [FILE]`."""
    _, _, said = " ".join(sys.argv).partition(" comments ")
    action, file = [*said.split(" "), ""][:2]
    if action == "import" or (action == "export" and file and not file.startswith("-")):
        return ["action", "file"]
    return ["action"] if action == "export" else []


class Command(Task[Callable[..., None]]):
    """A task that hands every word behind its name to the command line: options and operands.

    Invoke knows no operand that may be left out, and would refuse what it does not know in
    words of its own. So it is told of as many operands as there are words.
    """

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:  # noqa: ARG002
        """Return an operand for each word, as invoke counts them."""
        words = sys.argv[sys.argv.index(self.name) + 1 :] if self.name in sys.argv else []
        number = sum(2 if word.startswith("-") and "=" in word else 1 for word in words)
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


@task(
    # Invoke knows no operand that may be left out.
    positional=["work"] if WITHOUT_WORK.isdisjoint(OPTIONS) and not CITES_NOTHING else [],
    help={
        "work": "the address of a page, or a file: a saved page, a PDF or a text",
        "key": "what to cite it by; without it, one is proposed",
        "url": "where the page of a file is found on the web",
        "content": "the folder that holds citations/ and sources/",
        "new-source": "describe the outlet in sources/, where it is not known",
        "archive": "look-up or request: name a copy in a web archive, or have one made",
        "warc": "keep what the server sent, too, as citations/KEY.warc.gz",
        "refresh": "say which of the cited pages are gone or changed, and write nothing",
        "allow-local": "fetch from this machine and its network, too",
        "import": "take over a library: a file of CSL-JSON (.json) or BibTeX (.bib)",
        "export": "write all citations into such a file",
        "format": FORMATS,
    },
)
def cite(
    context: Context,
    work: str | None = None,
    key: str = "",
    url: str = "",
    content: str = "content",
    archive: str = "",
    new_source: bool = False,
    warc: bool = False,
    refresh: bool = False,
    allow_local: bool = False,
    import_: str = "",
    export: str = "",
    format: str = "text",  # noqa: A002 - the option's name
) -> None:
    """Keep the text of a work, and what it is, to quote from it."""
    for action, file in {"import": import_, "export": export}.items():
        if file:
            library = (action, file, *stated(content=content, format=format))
            run(context, "python", "-m", "bibliography", *library)
    if import_ or export:
        return
    words = stated(key=key, url=url, content=content, archive=archive, format=format)
    words += stated(new_source=new_source, warc=warc, refresh=refresh, allow_local=allow_local)
    words += [work] if work else []
    run(context, "python", "-m", "capture", *words, pty=ASKING)


@task(
    positional=operands(),
    help={
        "action": "import or export; without it, the server starts",
        "file": "an export of WordPress, Disqus or this site, or a database; where to export to",
        "port": "where the server listens, on this machine only",
        "from": "what the file is, where it does not say so: wordpress, disqus, isso, json",
        "map": "a file of old addresses and the articles they are: YAML, or CSV",
        "keep-unknown": "import comments that have no article, too",
        "with-addresses": "import e-mail addresses, and shortened ones of the network, too",
        "write": "import indeed; without it, you are only told what would be done",
        "from-server": "export what the site’s own service shows, not the database",
        "database": "another one than .comments/comments.db",
        "content": "the folder that holds the articles",
        "format": FORMATS,
    },
)
def comments(
    context: Context,
    action: str | None = None,
    file: str | None = None,
    port: int = 8080,
    from_: str = "",
    map: str = "",  # noqa: A002 - the option's name
    keep_unknown: bool = False,
    with_addresses: bool = False,
    write: bool = False,
    from_server: bool = False,
    database: str = "",
    content: str = "content",
    format: str = "text",  # noqa: A002 - the option's name
) -> None:
    """Start Isso beside the site that `inv serve` shows; import FILE, export [FILE]."""
    if not action:
        run(context, "python", "-m", "comments.serve", "--port", str(port))
        return
    words = [action, *([file] if file else [])]
    words += stated(**{"from": from_}, map=map, write=write, keep_unknown=keep_unknown)
    words += stated(with_addresses=with_addresses, from_server=from_server, database=database)
    words += stated(content=content, format=format)
    run(context, "python", "-m", "comments.moving", *words, pty=ASKING)


@task(
    help={
        "fast": "what needs neither a browser nor a built site: to run between two edits",
        "coverage": "measure plugins/quotations, and fail below 100 %",
        "select": "only tests whose names match, as pytest's -k",
    }
)
def test(context: Context, fast: bool = False, coverage: bool = False, select: str = "") -> None:
    """Run the tests."""
    words = ["pytest", "-n", "2"]
    words += ["-m", "not browser and not builds and not slow"] if fast else []
    words += ["--cov"] if coverage else []
    words += ["-k", select] if select else []
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
    words = stated(**{name: str(number) for name, number in numbers.items() if number})
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
