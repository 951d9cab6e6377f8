"""Comments from a file into the database: first what would be done, then, if asked, it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from comments.model import Standing
from comments.moving import disqus, isso, json_file, wordpress
from comments.moving.mapping import Articles, Target, path_of, read_map, target
from comments.moving.model import Contents, MovingError, OldThread, Order, Progress, State
from comments.moving.plan import Plan, plan
from comments.moving.reader import ReadSite
from problems import Problem, Severity, counted

READERS: dict[str, Callable[[Path, Progress], Contents]] = {
    "wordpress": wordpress.read,
    "disqus": disqus.read,
    "isso": isso.read,
    "json": json_file.read,
}
# Enough to see the namespaces that an export declares at its beginning.
_HEAD = 65536
_MARKS = {
    b"wordpress.org/export/": "wordpress",
    b'"http://disqus.com': "disqus",
    b"'http://disqus.com": "disqus",
    b"SQLite format 3\0": "isso",
    b'"format": "comments"': "json",
}


@dataclass(slots=True, kw_only=True)
class Import:
    """One import: *problems* are what was found wrong, *pages* those with a target."""

    order: Order
    problems: list[Problem] = field(default_factory=list)
    contents: Contents = field(default_factory=Contents)
    pages: list[tuple[OldThread, Target]] = field(default_factory=list)
    plan: Plan = field(default_factory=Plan)

    def read(self, progress: Progress) -> None:
        """Read the file. Raises MovingError, OSError."""
        kind = self.order.kind or kind_of(self.order.file)
        self.contents = READERS[kind](self.order.file, progress)
        for one in self.contents.remarks:
            self._warn(one.message, "comments-file", line=one.line)

    def place(self, site: ReadSite) -> None:
        """Find out what there is to do. Raises MovingError, OSError."""
        if not site.whole:
            self._warn(
                "not all of the content can be read, so articles may seem to be missing; see inv"
                " verify",
                "comments-content",
            )
        articles = Articles.of(site.articles)
        stated = self._map(articles)
        for page in self.contents.threads:
            self._place(page, articles, stated)
        self._tell_unused(stated)
        self.plan = plan(self.pages, isso.existing(self.order.database))
        self._tell_held()

    def write(self, progress: Progress) -> Path | None:
        """Write what is planned; return the copy of the database as it was, if there was one."""
        return isso.write(
            self.order.database,
            self.plan,
            keep_ids=self.contents.keeps_ids,
            addresses=self.order.addresses,
            progress=progress,
        )

    def summary(self) -> Iterator[str]:
        """Yield lines for people: each thread, what stays behind, and how much is new."""
        new = Counter(
            move.thread.id for move in self.plan.moves if move.entry.state is not State.GONE
        )
        for page, where in self.pages:
            old = " ".join(dict.fromkeys(path_of(address) for address in page.addresses[:1]))
            shown = where.id if where.id == old else f"{where.id} from {old}"
            note = _standing(where)
            yield f"{shown}: {_counted(page)}{note}"
        left = ", ".join(f"{count} {why}" for why, count in self.contents.left_out.items() if count)
        if left:
            yield f"left behind: {left}"
        replies = sum(move.parent is not None for move in self.plan.moves)
        yield (
            f"{counted(new.total(), 'new comment')} in {counted(len(new), 'thread')},"
            f" {counted(replies, 'answer')} among them; {self.plan.present} there already"
        )

    def _map(self, articles: Articles) -> dict[str, str | None]:
        if not self.order.map:
            return {}
        keep = self.order.keep_unknown
        stated, problems = read_map(self.order.map, articles, keep_unknown=keep)
        self.problems += problems
        return stated

    def _place(self, page: OldThread, articles: Articles, stated: dict[str, str | None]) -> None:
        """Find the article of *page*, or tell that there is none."""
        number = _size(page)
        if not number:
            return
        where = target(page, articles, stated=stated, keep_unknown=self.order.keep_unknown)
        if where is None:
            self._warn(
                f"no article has the address {_shown(page)}: its comments ({number}) stay behind;"
                " name its article with --map, or keep them under the old path with"
                f" --keep-unknown{articles.suggestion(page.addresses)}",
                "comments-no-article",
                line=page.line,
            )
        elif not where.id:
            self.contents.left_out["of pages that the map leaves behind"] += number
        else:
            self.pages.append((page, where))

    def _tell_unused(self, stated: dict[str, str | None]) -> None:
        names = {
            name
            for page in self.contents.threads
            for address in page.addresses
            for name in (address, path_of(address))
        }
        for name in stated.keys() - names:
            message = f"the file has no page {name}; mend the address, or leave it out"
            self._warn(message, "comments-map-unused", path=self.order.map)

    def _tell_held(self) -> None:
        held = self.plan.count(State.HELD)
        if held:
            self._warn(
                f"some comments ({held}) wait for approval; where moderation is enabled, Isso"
                " deletes those that are older than its setting “purge-after”, 30 days: let it be"
                " 36500d until they are read",
                "comments-held",
            )

    def _warn(
        self, message: str, code: str, *, path: Path | None = None, line: int | None = None
    ) -> None:
        where = path or self.order.file
        self.problems.append(Problem.at(where, message, code, line=line, severity=Severity.WARNING))


def kind_of(path: Path) -> str:
    """Return what the file is, as it says itself. Raises MovingError."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise MovingError("the file is empty; export it again")
    for mark, kind in _MARKS.items():
        if mark in head:
            return kind
    raise MovingError(
        "this is no export of WordPress (WXR), of Disqus (XML) or of inv comments export (JSON),"
        f" and no database of Isso; if it is, say which: --from {', '.join(READERS)}"
    )


def _size(page: OldThread) -> int:
    return sum(entry.state is not State.GONE for entry in page.entries)


def _counted(page: OldThread) -> str:
    held = sum(entry.state is State.HELD for entry in page.entries)
    return counted(_size(page), "comment") + (f", {held} of them held back" if held else "")


def _shown(page: OldThread) -> str:
    return path_of(page.addresses[0]) if page.addresses else f"of “{page.title}”"


def _standing(where: Target) -> str:
    if where.article is None:
        return "; no article has this id"
    return {
        Standing.OPEN: "",
        Standing.CLOSED: "; its comments are closed",
        Standing.OFF: "; its comments are off, so nobody sees them",
    }[where.article.standing]
