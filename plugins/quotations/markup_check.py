"""What was checked, for the reader: the mark under a quotation, and what opens from it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from languages.translator import Translator
from quotations.markup import append_text, child, set_language
from quotations.model import Original, Quotation
from verification import Result, Verification


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
