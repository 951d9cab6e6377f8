"""The names of authors, in CSL's terms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from citations.model import Name

BYLINE = re.compile(
    r"""^(?:by|author|text|автор|текст|müəllif|mətn|ავტორი|ტექსტი|հեղինակ|տեքստ|نویسنده|yazar|yazan)
        [\s:՝։—–-]+(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
# Neither is a name.
NO_NAME = re.compile(r"https?:|www\.|@|\d{3}|^\W*$", re.IGNORECASE)


def names_of(authors: Iterable[str], *, bodies: Collection[str] = ()) -> tuple[Name, ...]:
    """Return *authors* as names; *bodies* are no persons: the outlet, an agency.

    Only a person's name of two words is parted into given and family name: of a longer one
    nobody knows where it is to be parted.
    """
    kept = dict.fromkeys(BYLINE.sub("", author.strip()).strip() for author in authors)
    no_persons = {body.casefold() for body in bodies}
    return tuple(_name(each, no_persons) for each in kept if not NO_NAME.search(each))


def _name(text: str, no_persons: Collection[str]) -> Name:
    words = text.split()
    if len(words) != 2 or text.casefold() in no_persons:
        return Name(literal=text)
    return Name(given=words[0], family=words[1])
