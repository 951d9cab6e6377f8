"""WordPress: its export, WXR (RSS 2.0 with the elements of wordpress.org/export/1.x)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from lxml import etree

from comments.moving.markup import one_line, to_markdown, website
from comments.moving.model import Contents, OldComment, OldThread, Progress, Remark, State
from comments.moving.xml_file import date_of, elements, line_of, local, text

# What readers of the old site saw as comments; others are links, or the notes of a shop.
_TYPES = {"", "comment", "review"}
_STATES = {"1": State.SHOWN, "0": State.HELD}
_REASONS = {"spam": "spam", "trash": "trash", "post-trashed": "trash"}
# What WordPress writes where it knows no date.
_NO_DATE = "0000-00-00 00:00:00"


def read(path: Path, progress: Progress) -> Contents:
    """Return the comments of all posts and pages. Raises MovingError."""
    contents = Contents()
    parts = elements(path, root="rss", within="channel", contents=contents, progress=progress)
    for item in parts:
        if local(item) != "item":
            continue
        entries = [_entry(one, contents) for one in item if local(one) == "comment"]
        if kept := tuple(entry for entry in entries if entry):
            addresses = (text(item, "link"), text(item, "post_name"))
            contents.threads.append(
                OldThread(
                    addresses=tuple(address.strip() for address in addresses if address.strip()),
                    title=one_line(text(item, "title")),
                    entries=kept,
                    line=line_of(item),
                )
            )
    return contents


def _entry(comment: etree._Element, contents: Contents) -> OldComment | None:
    kind, approved = text(comment, "comment_type"), text(comment, "comment_approved")
    if kind not in _TYPES:
        contents.left_out[kind] += 1
        return None
    parent = text(comment, "comment_parent").strip()
    words = to_markdown(text(comment, "comment_content"), breaks=True)
    state = _STATES.get(approved, State.GONE) if words else State.GONE
    if state is State.GONE:
        contents.left_out[_REASONS.get(approved, "spam" if words else "empty")] += 1
    return OldComment(
        id=text(comment, "comment_id").strip(),
        parent="" if parent == "0" else parent,
        author=one_line(text(comment, "comment_author")),
        website=website(text(comment, "comment_author_url")),
        email=one_line(text(comment, "comment_author_email")),
        address=one_line(text(comment, "comment_author_IP")),
        written=_written(comment, contents),
        text=words,
        state=state,
    )


def _written(comment: etree._Element, contents: Contents) -> datetime:
    stated = text(comment, "comment_date_gmt").strip()
    local_time = text(comment, "comment_date").strip()
    if stated in {"", _NO_DATE} and local_time:
        message = f"this comment has no date in UTC; {local_time} is taken for it"
        contents.remarks.append(Remark(message=message, line=line_of(comment)))
        stated = local_time
    return date_of(comment, stated, "2019-03-14 16:09:00 (UTC)")
