"""All comments as JSON: from the database, or from the service of a site that can be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from comments.baking.checking import comments_of, counts_of
from comments.baking.fetching import Fetcher
from comments.model import AnswerError, Archive, Comment
from comments.moving import isso, json_file
from comments.moving.json_file import HTML, MARKDOWN, OutThread
from comments.moving.model import MovingError
from comments.moving.reader import read_site


def from_database(path: Path) -> tuple[str, int]:
    """Return the text of an export, and how many threads it has. Raises MovingError."""
    threads = isso.export(path)
    return json_file.dump(threads, markup=MARKDOWN), len(threads)


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
    return json_file.dump(threads, markup=HTML), len(threads)


def _threads(provider: Archive, site: str, titles: Mapping[str, str]) -> list[OutThread]:
    with Fetcher(site) as fetch:
        counts = counts_of(provider, fetch, list(titles))
    return [_thread(provider, site, one, titles[one]) for one in titles if counts.get(one)]


def _thread(provider: Archive, site: str, thread: str, title: str) -> OutThread:
    # One for each: it has time for one build, and these may be many.
    with Fetcher(site) as fetch:
        comments = [_object(comment) for comment in comments_of(provider, fetch, thread)]
    return OutThread(id=thread, title=title, comments=comments)


def _object(comment: Comment) -> dict[str, object]:
    return {
        "id": comment.id,
        "author": comment.author,
        "website": "",
        "written": json_file.written(comment.written),
        "text": comment.text,
        "replies": [_object(reply) for reply in comment.replies],
    }
