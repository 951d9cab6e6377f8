"""The feeds of a Pelican site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, relpath
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from citations import Source
from contract.publication import need, publication_of
from feeds.json_feed import json_feed
from feeds.plan import LISTS, Name, Planned, concerned, plan
from feeds.settings import SETTINGS, Form, Place, Places, places_in
from feeds.site import FeedMaker
from feeds.text import absolute
from feeds.xml import atom, rss
from incremental import Lookups, Tracked, write_made
from problems import Problem, Severity, tell

NO_ADDRESS = Problem(
    message="feeds need the site’s own address, and are left out; set SITEURL",
    code="feed-address",
    severity=Severity.WARNING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed, as the head of a page names it."""

    url: str
    title: str
    media_type: str


class FeedLinks(Tracked):
    """The links to each feed, one for each of its forms, as pages ask for them."""

    def __init__(self, generator: FeedsGenerator) -> None:
        self._default = generator.settings["DEFAULT_LANG"]
        self._trace_generator = generator

    def trace_name(self) -> str:
        """Return the name by which builds find it again."""
        return "feed links"

    def trace_parts(self) -> Iterable[object]:
        """Return the links, which are tracked by themselves."""
        return (self._trace_links,)

    @cached_property
    def _trace_links(self) -> Lookups[Name, list[FeedLink]]:
        # All texts are read when it is asked for.
        return Lookups("feeds", self._trace_generator.links)

    @pass_context
    def __call__(self, context: Context, *, site: bool = False) -> list[FeedLink]:
        """Return the feeds that concern the page of *context*, the nearest first.

        With *site*, only those of the whole site, that of the page's language first.
        """
        language = context.get("lang") or self._default
        page: Any = {} if site else context
        near = concerned(page, language, default=self._default)
        return [link for feed in near for link in self._trace_links.get(feed, ())]


class FeedsGenerator(Generator):  # type: ignore[misc]
    """Writes the feeds, and tells pages where they are."""

    def generate_context(self) -> None:
        """Give templates the addresses of the feeds, and the links that a page has to them."""
        self.context |= {place.setting: place.path for place in self._places}
        self.context["feed_links"] = FeedLinks(self)

    def generate_output(self, writer: Writer) -> None:
        """Write every feed that has a piece."""
        written: dict[str, Place] = {}
        for planned in self._planned.values():
            for place in self._places:
                own = place.kind is planned.kind
                path = place.path_for(planned.key, planned.language) if own else ""
                if path in written:
                    tell(_clash(path, written[path], place))
                elif path:
                    written[path] = place
                    write_made(writer, path, self._bytes, planned=planned, place=place, path=path)

    @property
    def _places(self) -> tuple[Place, ...]:
        return publication_of(self.settings).own(Places)

    @property
    def links(self) -> dict[Name, list[FeedLink]]:
        """The links to each feed, one for each of its forms."""
        return {
            name: [
                FeedLink(
                    url=self._url(place, planned),
                    title=self._site.title(planned) + place.form.label,
                    media_type=place.form.media_type,
                )
                for place in self._places
                if place.kind is planned.kind
            ]
            for name, planned in self._planned.items()
        }

    @cached_property
    def _site(self) -> FeedMaker:
        return FeedMaker(self.settings, page_of=self._page_of)

    @cached_property
    def _planned(self) -> dict[Name, Planned]:
        """Every feed there may be, once all texts are read."""
        planned = plan(
            self.context,
            listings=publication_of(self.settings).listings,
            default_language=self.settings["DEFAULT_LANG"],
            page_of=self._page_of,
            most=self.settings["FEED_MAX_ITEMS"],
        )
        return {each.identity: each for each in planned}

    def _page_of(self, source: Source, language: str) -> str:
        """Return where {filename}/sources/x.md leads from a text in *language*."""
        known = self.context["generated_content"]
        path = f"sources/{source.path.name}"
        page = known.get(f"{language}/{path}") or known.get(path)
        return page.url if page else ""

    def _url(self, place: Place, planned: Planned) -> str:
        domain = self.settings.get("FEED_DOMAIN") or self.settings["SITEURL"]
        return absolute(f"{domain}/", place.url_for(planned.key, planned.language))

    def _bytes(self, planned: Planned, place: Place, path: str) -> bytes:
        # Seen from the feed, so that it is found wherever the site is looked at.
        sheet = publication_of(self.settings).assets.get("css/feed.css")
        look = relpath(sheet.path, dirname(path)) if sheet else ""
        feed = self._site.feed(planned, url=self._url(place, planned), stylesheet=look)
        if place.form is Form.RSS:
            return rss(feed, summary_only=self.settings["RSS_FEED_SUMMARY_ONLY"])
        return atom(feed) if place.form is Form.ATOM else json_feed(feed)


def _clash(path: str, first: Place, second: Place) -> Problem:
    names = dict.fromkeys((first.setting, second.setting))
    message = f"two feeds go to {path}; change {' or '.join(names)}"
    return Problem(message=message, code="feed-address")


def set_up(pelican: Pelican) -> None:
    """Take the feeds from Pelican, which writes none where it is told of none."""
    settings = pelican.settings
    places = []
    for found in places_in(settings):
        if isinstance(found, Problem):
            tell(found)
        else:
            places.append(found)
    for name in SETTINGS:
        settings[name] = None
    if places and not settings["SITEURL"]:
        tell(NO_ADDRESS)
        places = []
    publication = publication_of(settings)
    publication.keep(Places(places))
    if any(place.kind in LISTS for place in places):
        need(publication, "feeds", "languages")


def add_feeds(_pelican: Pelican) -> type[Generator]:
    """Write the feeds."""
    return FeedsGenerator


def register() -> None:
    """Connect the handlers."""
    signals.initialized.connect(set_up)
    signals.get_generators.connect(add_feeds)
