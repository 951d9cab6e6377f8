"""A site in several languages, and a reader who searches it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.building import Build, build_site, write_files

ARTICLE = """Title: {title}
Date: {date}
Category: Rivers
Lang: {lang}
Slug: {slug}

{text}
"""
QUOTING = """The committee met, and the gauge was silent.

> The heron counts nothing, and misses nothing.
>
> — Nino Example, hydrologist, [@water]

It was {.nothing}<b>marked</b> &lt;i&gt;up&lt;/i&gt;.
"""
TEXTS = {
    "heron": ("en", QUOTING),
    "andes": ("en", "The committee went home, and said nothing of gauges."),
    "budce": ("az", "Büdcə yeni ölkə üçün açıq deyil."),
    "get": ("hy", "Ինչո՞ւ է գետը լուռ և խոր։"),
    "reki": ("ru", "Всё о реках: ещё раз."),
    "rud": ("fa", "رود آرام می‌رود و کتاب ۱۲ برگ دارد."),
    "mdinare": ("ka", "მდინარეები ჩუმად მიდიან."),
}
WORK = """type: webpage
title: Water
author:
  - given: Nino
    family: Example
URL: https://courier.example/water
issued: 2026-03-14
language: en
"""


def build_texts(folder: Path) -> Build:
    """Build the site of TEXTS, and a draft, below *folder*."""
    files = {
        f"articles/{slug}.md": ARTICLE.format(
            title=f"About {slug}", date="2026-03-14", lang=lang, slug=slug, text=text
        )
        for slug, (lang, text) in TEXTS.items()
    }
    draft = ARTICLE.format(
        title="D", date="2026-03-14\nStatus: draft", lang="en", slug="d", text="Unspoken."
    )
    content = write_files(
        folder / "content",
        {
            **files,
            "articles/d.md": draft,
            "citations/water.yaml": WORK,
            "citations/water.txt": "The heron counts nothing, and misses nothing.\n",
        },
    )
    return build_site(content, folder / "output")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who searches, on *page*, in the page of search or in its dialog."""

    page: Page

    def search(self, words: str) -> None:
        """Look for *words* instead of others, and wait for what is said of them."""
        field = self.page.locator("#search-field")
        for text in ("", words):
            field.fill(text)
            field.press("Enter")
        expect(self.page.locator(".search [role=status]")).not_to_be_empty()

    def said(self, text: str) -> None:
        """Expect the live region to say *text*."""
        expect(self.page.locator(".search [role=status]")).to_have_text(text)

    def found(self) -> list[str]:
        """Return the titles of the results."""
        return self.page.locator(".search ol h2").all_inner_texts()
