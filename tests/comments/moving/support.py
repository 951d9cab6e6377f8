"""Invented exports in the real shape, and a small site to move them to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from xml.sax.saxutils import escape

from comments.model import Standing
from comments.moving import disqus, wordpress
from comments.moving.importing import Import
from comments.moving.model import Contents, Known, OldThread, Order
from comments.moving.reader import ReadSite
from problems import Problem

JAR = "/the-jar-and-patience/"
OLD_JAR = "https://old.example/2019/03/the-jar-and-patience/"


def known(path: str, *, language: str = "en", thread: str = "", standing: str = "open") -> Known:
    return Known(
        id=thread or path,
        path=path,
        slug=path.strip("/").rpartition("/")[2],
        language=language,
        title=f"Title of {path}",
        standing=Standing(standing),
    )


SITE = ReadSite(
    articles=(
        known(JAR),
        known("/water/", thread="/first-address/"),
        known("/train/"),
        known("/ka/train/", language="ka"),
        known("/წყალი/", language="ka"),
        known("/quiet/", standing="off"),
    ),
    service=None,
    url="https://kura.example",
    whole=True,
)


def wp_comment(number: int = 1, text: str = "Good.", **fields: str) -> str:
    """Return a comment as WordPress exports it; *fields* are elements without “comment_”."""
    stated = {
        "id": str(number),
        "author": "Nino Example",
        "author_email": "nino@mail.example",
        "author_url": "https://nino.example/",
        "author_IP": "203.0.113.77",
        "date": f"2019-03-14 20:{number:02}:00",
        "date_gmt": f"2019-03-14 16:{number:02}:00",
        "content": text,
        "approved": "1",
        "type": "comment",
        "parent": "0",
    } | fields
    rows = (
        f"<wp:comment_{name}><![CDATA[{value}]]></wp:comment_{name}>"
        for name, value in stated.items()
    )
    return "<wp:comment>" + "\n".join(rows) + "</wp:comment>"


def wxr(*comments: str, link: str = OLD_JAR, slug: str = "", version: str = "1.2") -> str:
    """Return an export of WordPress with one post."""
    return (
        dedent(f"""\
        <?xml version="1.0" encoding="UTF-8" ?>
        <!-- generator="WordPress/6.7" created="2026-03-14 12:00" -->
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:wp="http://wordpress.org/export/{version}/">
        <channel>
        <title>The old Review</title>
        <wp:author><wp:author_login>editor</wp:author_login></wp:author>
        <item>
        <title>The jar</title>
        <link>{escape(link)}</link>
        <wp:post_name><![CDATA[{slug}]]></wp:post_name>
        """)
        + "\n".join(comments)
        + "\n</item>\n</channel>\n</rss>\n"
    )


def dsq_post(
    number: int = 1, message: str = "<p>Good.</p>", *, parent: int = 0, **fields: str
) -> str:
    """Return a comment as Disqus exports it; *fields* are its elements."""
    stated = {
        "createdAt": f"2019-03-14T16:{number:02}:00Z",
        "isDeleted": "false",
        "isSpam": "false",
        "ipAddress": "203.0.113.77",
    } | fields
    rows = "\n".join(f"<{name}>{value}</{name}>" for name, value in stated.items())
    answered = f'<parent dsq:id="{parent}"/>' if parent else ""
    return (
        f'<post dsq:id="{number}">\n<id/>\n<message><![CDATA[{message}]]></message>\n{rows}\n'
        "<author><email>ana@mail.example</email><name>Ana Example</name>"
        f'<isAnonymous>true</isAnonymous></author>\n<thread dsq:id="77"/>{answered}\n</post>'
    )


def dsq(*posts: str, link: str = OLD_JAR, name: str = "", deleted: str = "false") -> str:
    """Return an export of Disqus with one page."""
    return (
        dedent(f"""\
        <?xml version="1.0" encoding="utf-8"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
        <category dsq:id="1"><forum>review</forum><title>General</title></category>
        <thread dsq:id="77">
        <id>{escape(name)}</id><forum>review</forum><link>{escape(link)}</link>
        <title>The jar</title><createdAt>2019-03-14T10:00:00Z</createdAt>
        <isClosed>false</isClosed><isDeleted>{deleted}</isDeleted>
        </thread>
        """)
        + "\n".join(posts)
        + "\n</disqus>\n"
    )


def silent(_: float) -> None:
    """Tell nobody how far it is."""


def read_wxr(folder: Path, text: str) -> Contents:
    return wordpress.read(written(folder / "old.xml", text), silent)


def read_dsq(folder: Path, text: str) -> Contents:
    return disqus.read(written(folder / "old.xml", text), silent)


def only(contents: Contents) -> OldThread:
    (thread,) = contents.threads
    return thread


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A database that a file was imported into."""

    database: Path
    moving: Import

    @property
    def problems(self) -> list[Problem]:
        return self.moving.problems

    def rows(self, columns: str = "text") -> list[tuple[object, ...]]:
        """Return *columns* of the comments, in the order of their time."""
        query = f"SELECT {columns} FROM comments JOIN threads ON threads.id = tid ORDER BY created"  # noqa: S608 - the test's own
        with closing(sqlite3.connect(self.database)) as database:
            return database.execute(query).fetchall()


def take(
    folder: Path,
    text: str,
    *,
    site: ReadSite = SITE,
    addresses: bool = False,
    keep_unknown: bool = False,
    stated: Path | None = None,
) -> Taken:
    """Import a file that holds *text* into the database of *folder*."""
    order = Order(
        file=written(folder / "old", text),
        database=folder / "comments.db",
        map=stated,
        keep_unknown=keep_unknown,
        addresses=addresses,
    )
    moving = Import(order=order)
    moving.read(silent)
    moving.place(site)
    moving.write(silent)
    return Taken(database=order.database, moving=moving)
