"""A block quote as lines: what kind of quotation it is, and what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quotations.attribution import begins_with_dash, is_attribution, names_a_work
from verification import QuotationError

QUOTED_LINE = re.compile(r"^[ ]{0,3}>[ ]?(?P<text>.*)$")
ATTRIBUTES = re.compile(r"^[ ]*\{:?[ ]*(?P<attributes>[^{}]+?)[ ]*\}[ ]*$")
LANGUAGE = re.compile(
    r"""(?:^|\s)lang\s*=\s*(?P<mark>["']?)
        (?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)(?P=mark)(?:\s|$)""",
    re.VERBOSE,
)
PULL = re.compile(r"(?:^|\s)\.pull(?:\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalBlock:
    """The Markdown of a nested block quote, and the language that it names."""

    body: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationBlock:
    """An attributed block quote, taken apart; *body* and the original are Markdown."""

    body: str
    attribution: str
    original: OriginalBlock | None = None
    errors: tuple[QuotationError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PullBlock:
    """A block quote marked ``{: .pull }``."""

    body: str
    errors: tuple[QuotationError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinaryBlock:
    """Any other block quote: Python-Markdown's own business."""

    errors: tuple[QuotationError, ...] = ()


Block = QuotationBlock | PullBlock | OrdinaryBlock
NESTED_ATTRIBUTION = QuotationError(
    "an attribution must be the last paragraph of its quotation; part two"
    " quotations with an empty line that has no “>”",
    "attribution-not-last",
)
PULL_ATTRIBUTION = QuotationError(
    "a pull-quote repeats your own words and has no attribution; take out the"
    " attribution, or the line {: .pull }",
    "pull-attribution",
)
NOTHING_QUOTED = QuotationError(
    "the attribution stands alone; join it to its quotation with a line “>”",
    "empty-quotation",
)
NO_TRANSLATION = QuotationError(
    "there is an original here, but no translation; write it above, or take one “>” away",
    "empty-quotation",
)


@dataclass(slots=True)
class _Lines:
    """The lines of a block quote without their ``>``; *lazy* are those that had none."""

    texts: list[str] = field(default_factory=list)
    lazy: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, block: str) -> _Lines:
        lines = cls()
        for number, line in enumerate(block.split("\n")):
            match = QUOTED_LINE.match(line)
            if match is None:
                lines.lazy.add(number)
            lines.texts.append(match["text"] if match else line)
        return lines


def parse_block(block: str) -> Block:
    """Return what *block* is: the lines of one block quote, from its first ``>``.

    Nothing is parsed in depth here; the parts keep their Markdown.
    """
    lines = _Lines.of(block.rstrip("\n"))
    pull = _pull(lines)
    if pull is not None:
        return pull
    start = _attribution_start(lines.texts)
    if start is None:
        return OrdinaryBlock(errors=_unattributed(lines.texts))
    return _quotation(lines, start)


def _pull(lines: _Lines) -> PullBlock | None:
    match = ATTRIBUTES.match(lines.texts[-1]) if len(lines.texts) > 1 else None
    if match is None or not PULL.search(match["attributes"]):
        return None
    texts = lines.texts[:-1]
    errors = (PULL_ATTRIBUTION,) if _attribution_start(texts) is not None else ()
    return PullBlock(body="\n".join(texts), errors=errors)


def _is_nested(line: str) -> bool:
    return QUOTED_LINE.match(line) is not None


def _attribution_start(texts: list[str]) -> int | None:
    """Return the index of the line that opens the attribution, or None."""
    paragraph = _last_paragraph(texts)
    dashes = [number for number in paragraph if begins_with_dash(texts[number])]
    if not dashes or _is_nested(texts[paragraph[-1]]):
        return None
    start = dashes[-1]
    text = " ".join(texts[start : paragraph[-1] + 1])
    others = [line for number, line in enumerate(texts) if not start <= number]
    return start if is_attribution(text, others=others) else None


def _last_paragraph(texts: list[str]) -> list[int]:
    """Return the indices of the lines of the last paragraph."""
    numbers: list[int] = []
    for number in range(len(texts) - 1, -1, -1):
        if texts[number].strip():
            numbers.append(number)
        elif numbers:
            break
    return numbers[::-1]


def _unattributed(texts: list[str]) -> tuple[QuotationError, ...]:
    """Return what to say of a block without attribution: a dash in it may be a slip."""
    own = [line for line in texts if not _is_nested(line)]
    dashes = [line for line in own if begins_with_dash(line)]
    if any(names_a_work(line) for line in dashes):
        return (NESTED_ATTRIBUTION,)
    if not dashes or not begins_with_dash(texts[_last_paragraph(texts)[-1]]):
        return ()
    return (
        QuotationError(
            "the last line reads as dialogue, so this quotation has no attribution;"
            " name its source there: — WHO, [@key]",
            "no-attribution",
        ),
    )


def _quotation(lines: _Lines, start: int) -> QuotationBlock:
    errors: list[QuotationError] = []
    kept = _attribution_lines(lines, start, errors)
    own, nested = _part_nested(lines.texts[:start], errors)
    if not "".join(own).strip():
        errors.append(NO_TRANSLATION if nested else NOTHING_QUOTED)
    if any(begins_with_dash(line) and names_a_work(line) for line in own):
        errors.append(NESTED_ATTRIBUTION)
    return QuotationBlock(
        body="\n".join(own).strip("\n"),
        attribution=" ".join(" ".join(kept).split()),
        original=_original(nested, errors) if nested else None,
        errors=tuple(errors),
    )


def _attribution_lines(lines: _Lines, start: int, errors: list[QuotationError]) -> list[str]:
    if start in lines.lazy:
        errors.append(_lazy_attribution(lines.texts[start]))
        return lines.texts[start:]
    attribution = range(start, len(lines.texts))
    lazy = [number for number in attribution if number in lines.lazy]
    if lazy:
        errors.append(_lazy_line(lines.texts[lazy[0]]))
    return [lines.texts[number] for number in attribution if number not in lazy]


def _lazy_attribution(line: str) -> QuotationError:
    return QuotationError(
        f"“{line.strip()}” has no “>”; begin the attribution with “>”, as the lines above it",
        "lazy-line",
    )


def _lazy_line(line: str) -> QuotationError:
    return QuotationError(
        f"“{line.strip()}” follows the attribution without “>”; leave an empty line"
        " above it, or begin it with “>”",
        "lazy-line",
    )


def _part_nested(texts: list[str], errors: list[QuotationError]) -> tuple[list[str], list[str]]:
    """Part the quotation's own lines from those of the nested block quote.

    An empty line does not end the nested block: Python-Markdown would fuse the two.
    """
    first = next((n for n, line in enumerate(texts) if _is_nested(line)), len(texts))
    last = first
    for number in range(first, len(texts)):
        line = texts[number]
        if _is_nested(line) or (number == last and ATTRIBUTES.match(line)):
            last = number + 1
    nested = texts[first:last]
    own = texts[:first] + texts[last:]
    strays = [n for n in nested if n.strip() and not _is_nested(n) and not ATTRIBUTES.match(n)]
    if strays or sum(bool(LANGUAGE.search(line)) and "{" in line for line in nested) > 1:
        errors.append(
            QuotationError(
                "a translated quotation has one original, in one nested block quote",
                "two-originals",
            )
        )
        own += strays
        nested = [line for line in nested if line not in strays]
    return own, nested


def _original(nested: list[str], errors: list[QuotationError]) -> OriginalBlock:
    texts = [match["text"] if (match := QUOTED_LINE.match(line)) else line for line in nested]
    attributes = ATTRIBUTES.match(texts[-1])
    language = LANGUAGE.search(attributes["attributes"]) if attributes else None
    if language is None:
        errors.append(
            QuotationError(
                "the original names no language; end it with a line > > {: lang=ka }",
                "no-language",
            )
        )
    body = texts[:-1] if attributes else texts
    return OriginalBlock(
        body="\n".join(body).strip("\n"),
        language=language["language"] if language else "",
    )
