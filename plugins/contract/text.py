"""What a text carries beside what Pelican gives it: `article.text` and `page.text` in templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from files.headers import Header, read_header
from incremental import Tracked
from problems import Location, Problem, Severity, tell

if TYPE_CHECKING:
    from comments.model import Claim, Thread
    from contract.piece import Piece
    from images.model import Image
    from quotations.model import Correction, PullQuote, Quotation, Republication, Work
    from read_on.model import ReadOn
    from record.model import Share
    from sharing.model import Preview

# What the reader calls it in the metadata: Pelican makes an attribute of the text of that.
TEXT = "text"
# What follows from other texts, too: each build finds it anew.
FOUND = frozenset({"card", "read_on", "claim", "thread", "share"})


@dataclass(slots=True, kw_only=True)
class Text(Tracked):
    """What stands in the file of an article or a page, and what plugins found out about it.

    *header* has the lines of its fields; *problems* are those that were told of the text.
    *pictures* are the files that it shows, and where.
    *words* is how long it is, None where nobody has counted. What is None was not found:
    *image* is the one at its head, *card* what stands for it where it is shared, *read_on* is
    where it leads, *thread* has its comments, and *share* is how much of it is quoted.
    """

    path: Path
    header: Header
    problems: list[Problem] = field(default_factory=list)
    quotations: tuple[Quotation, ...] = ()
    pull_quotes: tuple[PullQuote, ...] = ()
    works: tuple[Work, ...] = ()
    republication: Republication | None = None
    corrections: tuple[Correction, ...] = ()
    words: int | None = None
    image: Image | None = None
    pictures: tuple[tuple[Path, Location], ...] = ()
    card: Preview | None = None
    read_on: ReadOn | None = None
    claim: Claim | None = None
    thread: Thread | None = None
    share: Share | None = None

    def trace_name(self) -> str:
        """Return the name by which builds find it again."""
        return f"text {self.path}"

    def trace_values(self) -> Iterable[object]:
        """Return what was read of the file."""
        return (*self.quotations, *self.pull_quotes, *self.works, *self.corrections)

    def is_settled(self, name: str) -> bool:
        """Tell whether *name* follows from the file alone."""
        return name not in FOUND and name != "problems"

    def __getstate__(self) -> dict[str, object]:
        """Return what was read: a cache keeps nothing that follows from other texts."""
        return {name: getattr(self, name) for name in self.__slots__ if name not in FOUND}

    def __setstate__(self, state: dict[str, object]) -> None:
        for name, value in (dict.fromkeys(FOUND) | state).items():
            setattr(self, name, value)

    @property
    def is_draft(self) -> bool:
        """Whether it says so itself."""
        return self.header.fields.get("status", "").lower() == "draft"

    @property
    def severity(self) -> Severity:
        """How bad it is where the text is unfinished: a draft may be, and stops nothing."""
        return Severity.WARNING if self.is_draft else Severity.ERROR

    def place(self, *fields: str) -> Location:
        """Return where the first of *fields* stands that the header has, else the first line."""
        lines = (self.header.lines[name] for name in fields if name in self.header.lines)
        return Location(path=self.path, line=next(lines, 1))

    def tell(
        self, message: str, code: str, *fields: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Tell what is wrong with the first of *fields* that the header has."""
        location = self.place(*fields)
        self.tell_all([Problem(message=message, code=code, location=location, severity=severity)])

    def tell_all(self, problems: Iterable[Problem]) -> None:
        """Tell *problems* of the text, and keep them with it."""
        told = tuple(problems)
        self.problems += told
        tell(*told)


def texts_in(contents: Iterable[object]) -> Iterator[Text]:
    """Yield what those of *contents*, files and pages of a site, carry that are texts."""
    found = (getattr(each, TEXT, None) for each in contents)
    return (text for text in found if isinstance(text, Text))


def text_of(piece: Piece) -> Text:
    """Return what *piece* carries; of another format than ours, HTML say, it is made here."""
    text = getattr(piece, TEXT, None)
    if not isinstance(text, Text):
        path = Path(piece.source_path)
        header = read_header(path.read_text(encoding="utf-8-sig", errors="replace"))
        text = piece.text = Text(path=path, header=header)
    return text
