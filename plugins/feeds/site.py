"""What a site says in its feeds: its name, its terms, its words, and each piece once."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from citations import Source
from contract.piece import Piece
from contract.publication import Settings, publication_of
from feeds.entries import Setting, entry_of
from feeds.model import Entry, Feed, Person
from feeds.plan import Planned
from feeds.settings import FeedKind
from feeds.text import absolute, clean, plain
from incremental import remembered
from languages.translator import Translators


class FeedMaker:
    """Makes feeds of what is planned.

    *settings* are Pelican's; *page_of* gives the address of a source's page for a language,
    below the site's.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        page_of: Callable[[Source, str], str],
    ) -> None:
        self._settings = settings
        self._publication = publication_of(settings)
        self._translate = Translators.of(settings)
        self._setting = self._entry_setting(page_of)

    def _entry_setting(self, page_of: Callable[[Source, str], str]) -> Setting:
        settings = self._settings
        url = settings["SITEURL"]

        def scheme(name: str) -> str:
            return absolute(f"{url}/", settings[name].partition("{")[0])

        return Setting(
            url=url,
            id_url=(settings.get("FEED_ID_SITEURL") or url).rstrip("/"),
            timezone=ZoneInfo(settings["TIMEZONE"]),
            translate=self._translate,
            publication=self._publication,
            page_of=page_of,
            page_of_author=lambda author: author.url if settings["AUTHOR_SAVE_AS"] else "",
            section_scheme=scheme("CATEGORY_URL"),
            tag_scheme=scheme("TAG_URL"),
            reference="?ref=feed" if settings["FEED_APPEND_REF"] else "",
        )

    def language(self, planned: Planned) -> str:
        """Return the language of a feed's own words; its pieces have theirs."""
        default: str = self._settings["DEFAULT_LANG"]
        return planned.key if planned.kind is FeedKind.LANGUAGE else planned.language or default

    def title(self, planned: Planned) -> str:
        """Return what readers call the feed."""
        language = self.language(planned)
        name, subject = self._said("SITENAME", language), planned.subject
        if subject is None:
            return name
        called = {
            FeedKind.SECTION: self._publication.section_name,
            FeedKind.AUTHOR: self._publication.author_name,
        }
        named = called[planned.kind](subject, language) if planned.kind in called else str(subject)
        return f"{name} – {clean(named)}"

    def feed(self, planned: Planned, *, url: str, stylesheet: str) -> Feed:
        """Return the feed that is found at *url*, and its stylesheet seen from there."""
        language = self.language(planned)
        t = self._translate(language)
        setting = self._setting
        return Feed(
            id=f"{setting.id_url}/{planned.name}",
            url=url,
            home=setting.address(planned.page),
            title=self.title(planned),
            language=language,
            publisher=Person(name=self._said("SITENAME", language), url=setting.address("")),
            entries=tuple(self._entry(article) for article in planned.articles),
            subtitle=self._said("SITESUBTITLE", language) or self._said("PROMISE", language),
            rights=self._said("LICENSE", language),
            about=t("This is a feed: put its address into a feed reader to be told what is new."),
            stylesheet=stylesheet,
        )

    def _said(self, name: str, language: str) -> str:
        """Return the text of a setting in *language*, or an empty one."""
        text = self._settings.get(name) or ""
        return plain(self._translate(language)(text)) if text else ""

    def _entry(self, article: Piece) -> Entry:
        return remembered((id(self), id(article)), lambda: entry_of(article, self._setting))
