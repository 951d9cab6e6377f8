"""What readers commented, as schema.org's comments."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import Any

from structured_data.script import Node, given, text_of
from structured_data.works import person

MOST = 100
_END_OF_BLOCK = re.compile(r"(?=</(?:p|li|pre|blockquote)>|<br>)")


def commented(article: Any, url: str) -> Node:
    """Return the comments that stand on the page of *article* at *url*, and how many there are.

    ``comments_thread`` is whatever a plugin for comments gave the article, if there is one.
    """
    thread = getattr(article, "comments_thread", None)
    if not thread or not thread.count:
        return {}
    all_of_them = chain.from_iterable(top.walk() for top in thread.comments)
    written = (each for each in all_of_them if each.text)
    return given(
        commentCount=thread.count,
        comment=[_comment(each, f"{url}#{thread.anchor}") for each in islice(written, MOST)],
    )


def _comment(comment: Any, above: str) -> Node:
    url = f"{above}{comment.id}"
    return given(
        type_="Comment",
        id_=url,
        url=url,
        author=person(comment.author),
        dateCreated=comment.written.isoformat(),
        text=text_of(_END_OF_BLOCK.sub(" ", comment.text)),
    )
