"""What readers commented, as schema.org's comments."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from contract.piece import Piece
from contract.text import text_of
from structured_data.script import Node, given, plain_text
from structured_data.works import person

if TYPE_CHECKING:
    from comments.model import Comment

MOST = 100
_END_OF_BLOCK = re.compile(r"(?=</(?:p|li|pre|blockquote)>|<br>)")


def commented(article: Piece, url: str) -> Node:
    """Return the comments that stand on the page of *article* at *url*, and how many there are."""
    thread = text_of(article).thread
    if not thread or not thread.comments or not thread.count:
        return {}
    all_of_them = chain.from_iterable(top.walk() for top in thread.comments)
    written = (each for each in all_of_them if each.text)
    return given(
        commentCount=thread.count,
        comment=[_comment(each, f"{url}#{thread.anchor}") for each in islice(written, MOST)],
    )


def _comment(comment: Comment, above: str) -> Node:
    url = f"{above}{comment.id}"
    return given(
        type_="Comment",
        id_=url,
        url=url,
        author=person(comment.author),
        dateCreated=comment.written.isoformat(),
        text=plain_text(_END_OF_BLOCK.sub(" ", comment.text)),
    )
