"""All comments as JSON: from the database, or from the service of a site that can be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from comments.baking.fetching import Fetcher
from comments.baking.reading import comments_of, counts_of
from comments.model import AnswerError, Archive, Comment
from comments.moving import isso
from comments.moving.json_file import HTML, MARKDOWN, Object, comment, dump, out_thread
from comments.moving.model import MovingError, OldComment
from comments.moving.reader import read_site


def from_database(path: Path) -> tuple[str, int]:
    """Return the text of an export, and how many threads it has. Raises MovingError."""
    threads = isso.export(path)
    return dump(threads, markup=MARKDOWN), len(threads)


def from_server(content: Path, *, conf: Path) -> tuple[str, int]:
    """Return the same of what the site's service shows for its articles: no held comments.

    Raises MovingError, also where the server does not answer.
    """
    site = read_site(content, conf=conf)
    if site.service is None:
        raise MovingError('there is no service: COMMENTS has "provider": "none"', path=conf)
    provider = site.service.provider
    if not isinstance(provider, Archive):
        message = f"comments of {provider.title} cannot be read; export them there"
        raise MovingError(message, path=conf)
    titles = {one.id: one.title for one in site.articles}
    try:
        threads = _threads(provider, site.url, titles)
    except (AnswerError, OSError) as error:
        raise MovingError(str(error), path=conf) from error
    return dump(threads, markup=HTML), len(threads)


def _threads(provider: Archive, site: str, titles: Mapping[str, str]) -> list[Object]:
    with Fetcher(site) as fetch:
        counts = counts_of(provider, fetch, list(titles))
    return [_thread(provider, site, one, titles[one]) for one in titles if counts.get(one)]


def _thread(provider: Archive, site: str, thread: str, title: str) -> Object:
    # One for each: it has time for one build, and these may be many.
    with Fetcher(site) as fetch:
        comments = [_object(one) for one in comments_of(provider, fetch, thread)]
    return out_thread(thread, title, comments)


def _object(one: Comment) -> Object:
    entry = OldComment(id=one.id, author=one.author, written=one.written, text=one.text)
    return comment(entry, map(_object, one.replies))
