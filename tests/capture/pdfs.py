"""PDFs, made by hand: each letter has a code, and a table says which letter the code is."""

from __future__ import annotations

import io

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)


def pdf(
    *pages: str, title: str = "", author: str = "", made: str = "", locked: bool = False
) -> bytes:
    """Return a PDF with one page for each text; a line of the text is a line of the page.

    *made* is its date in the PDF’s own form: ``D:20260301120000Z``.
    """
    writer = PdfWriter()
    codes = {letter: number for number, letter in enumerate(sorted(set("".join(pages))), 1)}
    for text in pages:
        page = writer.add_blank_page(width=600, height=800)
        fonts = DictionaryObject({NameObject("/F1"): _font(codes)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = DecodedStreamObject()
        content.set_data(_drawn(text, codes))
        page[NameObject("/Contents")] = content
    facts = {"/Title": title, "/Author": author, "/CreationDate": made}
    writer.metadata = {name: value for name, value in facts.items() if value}
    if locked:
        writer.encrypt("kept by nobody", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _drawn(text: str, codes: dict[str, int]) -> bytes:
    lines = (
        f"<{''.join(f'{codes[letter]:04x}' for letter in line)}> Tj 0 -20 Td"
        for line in text.split("\n")
    )
    return f"BT /F1 12 Tf 50 750 Td {' '.join(lines)} ET".encode()


def _font(codes: dict[str, int]) -> DictionaryObject:
    rows = "\n".join(
        f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()
    )
    table = DecodedStreamObject()
    table.set_data(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap end end".encode()
    )
    system = DictionaryObject(
        {
            NameObject("/Registry"): TextStringObject("Adobe"),
            NameObject("/Ordering"): TextStringObject("Identity"),
            NameObject("/Supplement"): NumberObject(0),
        }
    )
    letters = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): NameObject("/Example"),
            NameObject("/CIDSystemInfo"): system,
        }
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/Example"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/DescendantFonts"): ArrayObject([letters]),
            NameObject("/ToUnicode"): table,
        }
    )
