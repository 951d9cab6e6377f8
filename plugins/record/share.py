"""How much of an article is others' words, and whose."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from quotations.length import count_words
from quotations.model import Quotation
from quotations.settings import QuotationOptions
from record.model import PartOfShare, Share

# Words in brackets are the editors', and an omission is none.
_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def share_of(words: int, quotations: tuple[Quotation, ...]) -> Share:
    """Return what of an article of so many *words* its *quotations* are.

    Words are counted as they stand in the article: those of a translation, not of its original.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for quotation in quotations:
        counted[_source(quotation)] += count_words(_BRACKETS.sub(" ", quotation.text))
    return Share(
        words=words,
        quoted=counted.total(),
        parts=tuple(
            PartOfShare(name=name, slug=slug, words=count)
            for (name, slug), count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        ),
    )


def excesses(share: Share, limits: QuotationOptions) -> Iterator[str]:
    """Yield what to tell an author whose article goes past a limit."""
    limit = limits.most_quoted
    if limit is not None and share.all > limit:
        yield (
            f"{_percent(share.all)} of the words are others’, and the site allows {limit:.0%};"
            f" most are from {share.parts[0].name}: quote less, or say more yourself"
        )
    limit = limits.most_from_one_source
    for part in share.parts if limit is not None else ():
        if limit is not None and share.of(part.words) > limit:
            yield (
                f"{_percent(share.of(part.words))} of the words are from {part.name}, and the site"
                f" allows {limit:.0%} from one source; quote less of it, or say more yourself"
            )


def _percent(share: float) -> str:
    """Return *share* rounded up, so that it is never told as the limit that it exceeds."""
    return f"{math.ceil(100 * share)}%"


def _source(quotation: Quotation) -> tuple[str, str]:
    """Return name and slug of whom the words are from, as nearly as it is known."""
    cited = quotation.cited
    if cited.source:
        return cited.source.title, cited.source.slug
    return cited.outlet or urlsplit(cited.url).hostname or cited.title or cited.person, ""
