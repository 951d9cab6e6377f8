"""What a page tells of itself to who shares it: Open Graph (ogp.me), which X reads too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contract.piece import Piece, authors_of, moment_of, tags_of
from contract.text import Text, text_of
from languages import Translator
from languages.addresses import Address
from quotations.titles import opening
from sharing.content import SharedSite, one_line
from sharing.model import Preview
from sharing.settings import Sharing

if TYPE_CHECKING:
    from images.model import Image

# Characters of a description; services show no more.
LONGEST_DESCRIPTION = 200

Property = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Describer:
    """What templates say of pages: `sharing` there. *site_images* are by language."""

    site: SharedSite
    site_images: Mapping[str, Preview] = field(default_factory=dict)

    def article(self, article: Piece, t: Translator) -> list[Property]:
        """Return the properties of an article; a draft is not shared."""
        told = self.text(article, t)
        return told and [*told, *self._article(article)]

    def text(self, text: Piece, t: Translator) -> list[Property]:
        """Return the properties of a page of the house, or of an article as it is one."""
        if text.status == "draft":
            return []
        image = image_of(text_of(text), self.site.options) or self.site_images.get(t.lang)
        summary = one_line(getattr(text, "summary", ""))
        return [
            ("og:type", "article"),
            *self._common(
                t,
                title=one_line(text.title) or t(self.site.name),
                description=opening(summary or t(self.site.promise), LONGEST_DESCRIPTION),
                path=text.url,
                others=[version.lang for version in text.translations],
                image=image,
            ),
        ]

    def page(
        self, title: str, path: str, t: Translator, versions: Iterable[Address] = ()
    ) -> list[Property]:
        """Return the properties of any other page, by the *title* in its head."""
        name = t(self.site.name)
        return [
            ("og:type", "website"),
            *self._common(
                t,
                title=one_line(title).removesuffix(f" – {name}"),
                description=t(self.site.promise),
                path=path,
                others=[version.lang for version in versions if version.lang != t.lang],
                image=self.site_images.get(t.lang),
            ),
        ]

    def _common(
        self,
        t: Translator,
        *,
        title: str,
        description: str,
        path: str,
        others: Iterable[str],
        image: Preview | Image | None,
    ) -> Iterator[Property]:
        yield "og:site_name", t(self.site.name)
        yield "og:title", title
        if description:
            yield "og:description", description
        yield "og:url", self._at(path)
        yield "og:locale", self.site.options.locale(t.lang)
        for code in sorted(set(others)):
            yield "og:locale:alternate", self.site.options.locale(code)
        if image:
            yield "og:image", self._at(image.url)
            yield "og:image:width", str(image.width)
            yield "og:image:height", str(image.height)
            yield "og:image:alt", image.alt

    def _article(self, article: Piece) -> Iterator[Property]:
        yield "article:published_time", article.date.isoformat()
        if modified := moment_of(article, "modified"):
            yield "article:modified_time", modified.isoformat()
        # A profile is a page: who wrote what was published elsewhere first has none here.
        if text_of(article).republication is None:
            for author in authors_of(article):
                yield "article:author", self._at(author.url)
        yield "article:section", self.site.publication.section_name(article.category, article.lang)
        for tag in tags_of(article):
            yield "article:tag", str(tag)

    def _at(self, path: str) -> str:
        return path if path.startswith("https://") else f"{self.site.url}/{path}"


def image_of(text: Text, options: Sharing) -> Preview | Image | None:
    """Return the picture that stands for a text: its card, or its own where the site says so."""
    return (text.image if options.own_images else None) or text.card


def alt_of(text: Piece, site: SharedSite, record: str) -> str:
    """Return what can be read on the card of a text."""
    return " · ".join(
        filter(None, (one_line(text.title), *site.publication.writers_of(text), record))
    )
