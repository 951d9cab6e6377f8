"""Cards and icons in a Pelican site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from contract.piece import pieces_in
from contract.publication import publication_of
from contract.text import text_of
from languages.translator import Translators
from problems import tell
from sharing.content import SharedSite, article_card, is_rtl, record_of, site_card, without_article
from sharing.fonts import has_shaper, stacks
from sharing.icons import Colors, content_name, icon_files, manifest, named_files
from sharing.keeping import FOLDER, Cards, Planner
from sharing.model import Preview
from sharing.properties import Describer, alt_of
from sharing.settings import Sharing

ICONS = "icons"


class SharingGenerator(Generator):  # type: ignore[misc]
    """Gives each piece its card, and writes icons and the manifest."""

    def generate_context(self) -> None:
        """Say which card each piece has; Pelican has read the articles by now."""
        self._site = _site(self.settings)
        self._translator = Translators.of(self.settings)
        self._colors = Colors.of(publication_of(self.settings).palette)
        self._icons = named_files(self._colors)
        self._names = {
            name: f"{ICONS}/{content_name(name, content)}" for name, content in self._icons.items()
        }
        self.context["icon_svg"] = self._names["icon.svg"]
        self.context["theme_colors"] = self._colors
        # A card's address has to be whole: the local site has none.
        images = self._plan_cards() if self._site.url else {}
        self.context["sharing"] = Describer(site=self._site, site_images=images)

    def generate_output(self, _writer: Writer) -> None:
        """Write what was planned; a file of the content with one of these names stays."""
        output = Path(self.output_path)
        taken = {file.save_as for file in self.context["static_content"].values()}
        files = {
            **icon_files(self._colors),
            **{self._names[name]: content for name, content in self._icons.items()},
            "manifest.webmanifest": self._manifest().encode(),
        }
        for name, content in files.items():
            if name not in taken:
                (output / name).parent.mkdir(parents=True, exist_ok=True)
                (output / name).write_bytes(content)

    def _manifest(self) -> str:
        language = self.settings["DEFAULT_LANG"]
        name = self._translator(language)(self._site.name)
        return manifest(
            name=name,
            short_name=self._site.options.short_name or without_article(name),
            language=language,
            rtl=is_rtl(language),
            colors=self._colors,
            icons=self._names,
        )

    def _plan_cards(self) -> dict[str, Preview]:
        """Give each article its card, and return those of the site, by language."""
        folder = Path(self.settings["CACHE_PATH"], FOLDER)
        cards = Cards(folder, stacks(self._site.options.fonts), self._colors.light)
        publication_of(self.settings).keep(cards)
        planner = Planner(cards, shaped=has_shaper())
        for article in pieces_in(self.context, "articles", "hidden_articles"):
            t = self._translator(article.lang)
            alt = alt_of(article, self._site, record_of(article, t))
            text_of(article).card = planner.image(article_card(article, self._site, t), alt)
        images = {}
        for language in self._languages():
            t = self._translator(language)
            alt = " · ".join(filter(None, (t(self._site.name), t(self._site.promise))))
            if image := planner.image(site_card(self._site, t), alt):
                images[language] = image
        for problem in planner.problems():
            tell(problem)
        return images

    def _languages(self) -> list[str]:
        used = (each.lang for each in self.context["generated_content"].values() if each)
        publication = publication_of(self.settings)
        return sorted({publication.language, *publication.languages, *used})


def _site(settings: dict[str, Any]) -> SharedSite:
    publication = publication_of(settings)
    return SharedSite(
        name=settings["SITENAME"],
        url=settings["SITEURL"],
        promise=settings.get("PROMISE", ""),
        options=publication.own(Sharing),
        publication=publication,
    )
