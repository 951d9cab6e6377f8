"""Quotations as elements: the markup of DESIGN, section 3, and how each was checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from citations import PartialDate
from languages.bidi import direction_of
from languages.translator import Translator, direction
from quotations.model import Cited, Original, Quotation
from verification import Result, Verification

OMISSION = re.compile(r"\[\s*(?:…|\.[ ]?\.[ ]?\.)\s*\]|\((?:…|\.\.\.)\)")


def original_details(original: Original, cite: str, t: Translator) -> tuple[Element, Element]:
    """Return the details of the original, and its block quote, still empty."""
    details = Element("details", {"class": "original"})
    child(details, "summary", t("Original (%(language)s)", language=t.language(original.language)))
    quote = child(details, "blockquote", **({"cite": cite} if cite else {}))
    set_language(quote, original.language, t.lang)
    return details, quote


def check_details(quotation: Quotation, t: Translator) -> Element:
    """Return the details that say how the quotation was checked."""
    details = Element("details", {"class": "check"})
    summary = child(details, "summary")
    child(summary, "span", class_="mark", data_result=quotation.mark)
    append_text(summary, f" {summary_text(quotation, t)}")
    record = child(details, "dl", class_="check-record facts", data_shape="table")
    if quotation.result is Result.UNCHECKED:
        _term(record, t("Why")).text = _why_unchecked(quotation, t)
        return details
    _found(record, quotation, t)
    _compared(record, quotation, t)
    if quotation.original:
        _translation(record, quotation, t)
    return details


def summary_text(quotation: Quotation, t: Translator) -> str:
    """Return the result in words: “Checked; 9 words left out, 2 put in”."""
    found = quotation.verification
    if found.result is Result.UNCHECKED:
        return t("Not checked")
    if found.result in (Result.DRIFTED, Result.ABSENT):
        return t("Not found in the source")
    if quotation.original:
        checked = t("Checked in the original")
    elif found.result is Result.VERBATIM:
        return t("Checked, word for word")
    else:
        checked = t("Checked")
    edits = t.comma.join(_edits(found, t))
    return f"{checked}{t.semicolon}{edits}" if edits else checked


def _edits(found: Verification, t: Translator) -> list[str]:
    edits = []
    if found.omitted_words:
        edits.append(t.plural("%(n)s word left out", "%(n)s words left out", found.omitted_words))
    elif found.elisions:
        edits.append(t("shortened"))
    if found.insertions:
        inserted = sum(len(insertion.text.split()) for insertion in found.insertions)
        edits.append(t.plural("%(n)s word put in", "%(n)s words put in", inserted))
    return edits


def _term(record: Element, name: str) -> Element:
    child(record, "dt", name)
    return child(record, "dd")


def _found(record: Element, quotation: Quotation, t: Translator) -> None:
    found = quotation.verification
    if found.result not in (Result.VERBATIM, Result.EDITED):
        return
    _term(record, t("Found")).text = t.plural(
        "%(n)s word, in this order", "all %(n)s words, in this order", found.words
    )
    if any(piece.omitted for piece in found.collation):
        collation = child(_term(record, t("In the source")), "p", class_="collation")
        if (theirs := (quotation.original or quotation).language) != t.lang:
            set_language(collation, theirs, t.lang)
        for piece in found.collation:
            if piece.omitted:
                child(collation, "mark", piece.text)
            else:
                append_text(collation, piece.text)
    else:
        _term(record, t("Left out")).text = (
            t("what stands before or after these words") if found.elisions else t("nothing")
        )
    if found.insertions:
        _term(record, t("Our words")).text = t.semicolon.join(
            t("%(words)s, for %(source)s", words=f"[{each.text}]", source=t.quoted(each.replaces))
            if each.replaces
            else f"[{each.text}]"
            for each in found.insertions
        )


def _compared(record: Element, quotation: Quotation, t: Translator) -> None:
    citation, cited = quotation.citation, quotation.cited
    if citation is None:
        return
    compared = _term(record, t("Compared with"))
    title = t.quoted(citation.title) if citation.title else ""
    if title and citation.language not in ("", t.lang):
        set_language(child(compared, "span", title), citation.language, t.lang)
    else:
        compared.text = title or cited.outlet or cited.person or t("source")
    if citation.accessed:
        before, _, after = t("as it was read on %(date)s").partition("%(date)s")
        append_text(compared, f"{t.comma}{before}")
        time = child(compared, "time", t.date(citation.accessed), datetime=str(citation.accessed))
        time.tail = after or None


def _translation(record: Element, quotation: Quotation, t: Translator) -> None:
    translation = _term(record, t("Translation"))
    translator = quotation.attribution.translator or t("our own")
    translation.text = t(
        "%(translator)s; a translation can be read against its original,"
        " but not checked by a machine",
        translator=translator,
    )


def _why_unchecked(quotation: Quotation, t: Translator) -> str:
    if quotation.citation and quotation.citation.note:
        return quotation.citation.note
    return t("No copy of the source was kept to compare it with.")


def child(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Add an element with *text* to *parent*; ``class_`` stands for ``class``."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    element = SubElement(parent, tag, named)
    element.text = text or None
    return element


def append_text(parent: Element, text: str) -> None:
    """Add *text* behind what *parent* holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def set_language(element: Element, language: str, around: str = "") -> None:
    """Say which language *element* is in, and its direction where that changes."""
    element.set("lang", language)
    if direction(language) != direction(around or "en"):
        element.set("dir", direction(language))


def set_name(element: Element, name: str, around: str) -> None:
    """Let *element* hold *name*, kept apart where it is written against *around*.

    What is not kept apart turns the digits of the date behind it.
    """
    if direction_of(name) in ("", direction(around)):
        element.text = name
    else:
        child(element, "bdi", name)


def caption(cited: Cited, t: Translator, *, source_href: str = "") -> Element:
    """Return the figcaption: who, what they are, the work, the outlet, the date."""
    figcaption = Element("figcaption")
    parts = [
        _person(cited, t),
        _title(cited, t),
        _outlet(cited, t, source_href),
        _date(cited, t),
    ]
    if cited.translator:
        translator = Element("span")
        translator.text = t("tr. %(name)s", name=cited.translator)
        parts.append(translator)
    figcaption.text = "— "
    _join(figcaption, [part for part in parts if part is not None], t.comma)
    if cited.archive:
        append_text(figcaption, " · ")
        child(figcaption, "a", t("archived copy"), href=cited.archive)
    return figcaption


def _join(parent: Element, parts: Iterable[Element], separator: str) -> None:
    for number, part in enumerate(parts):
        if number:
            append_text(parent, separator)
        parent.append(part)


def _person(cited: Cited, t: Translator) -> Element | None:
    if not cited.person:
        return None
    author = Element("span", {"class": "p-author h-card"})
    set_name(child(author, "span", class_="p-name"), cited.person, t.lang)
    if cited.role:
        append_text(author, t.comma)
        set_name(child(author, "span", class_="p-job-title"), cited.role, t.lang)
    return author


def _title(cited: Cited, t: Translator) -> Element | None:
    if not cited.title and not cited.url:
        return None
    cite = Element("cite", {"class": "p-name"})
    text = cited.title or re.sub(r"^https?://(?:www\.)?|[/#?].*$", "", cited.url)
    link = child(cite, "a", class_="u-url", href=cited.url) if cited.url else cite
    language = cited.language if cited.title and cited.language else t.lang
    if language != t.lang:
        set_language(link, language, t.lang)
    set_name(link, text, language)
    return cite


def _outlet(cited: Cited, t: Translator, source_href: str) -> Element | None:
    if not cited.outlet:
        return None
    linked = {"href": source_href} if cited.source and source_href else {}
    outlet = Element("a" if linked else "span", {"class": "p-publication", **linked})
    set_name(outlet, cited.outlet, t.lang)
    return outlet


def _date(cited: Cited, t: Translator) -> Element | None:
    if cited.date is None:
        return None
    time = Element("time", {"class": "dt-published", "datetime": str(cited.date)})
    time.text = t.date(cited.date)
    return time


def mark_omissions(element: Element) -> None:
    """Wrap every ``[…]`` below *element* in a span of its own."""
    for parent in list(element.iter()):
        for index in range(len(parent) - 1, -1, -1):
            _wrap(parent, index)
        _wrap(parent, -1)


def _wrap(parent: Element, index: int) -> None:
    """Wrap the omissions in the text of *parent* (index -1), or in a child's tail."""
    text = (parent.text if index < 0 else parent[index].tail) or ""
    found = list(OMISSION.finditer(text))
    if not found:
        return
    spans = []
    for match, follower in zip(found, [*found[1:], None], strict=True):
        span = Element("span", {"class": "omission"})
        span.text = match[0]
        span.tail = text[match.end() : follower.start() if follower else len(text)]
        spans.append(span)
    head = text[: found[0].start()]
    if index < 0:
        parent.text = head
    else:
        parent[index].tail = head
    parent[index + 1 : index + 1] = spans


def short_citation(cited: Cited, t: Translator, *, href: str) -> Element:
    """Return the cite of an inline quotation: outlet and year, a link where *href* is given."""
    cite = Element("cite", {"class": "citation"})
    name = cited.outlet or cited.person or cited.title
    year = t.date(PartialDate(year=cited.date.year)) if cited.date else ""
    link = child(cite, "a", href=href) if href else cite
    if name:
        set_name(link, name, t.lang)
        append_text(link, t.comma + year if year else "")
    else:
        link.text = year or t("source")
    return cite
