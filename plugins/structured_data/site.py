"""What is the same on every page: who publishes, where, and on what terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from citations import Source
from contract.piece import Subject
from contract.publication import Publication
from languages.translator import Translator
from structured_data.script import Node, given

# Name and path of a page on the way to another.
Step = tuple[str, str]

PAGE = "#webpage"
ORGANIZATION = "#organization"
WEBSITE = "#website"

# CC BY 4.0, CC BY-NC-SA 3.0, CC0 1.0: what they call themselves.
CREATIVE_COMMONS = re.compile(r"\bCC(?:0| (?P<terms>BY(?:-NC)?(?:-SA|-ND)?)) (?P<version>\d\.\d)\b")
HOME = "https://creativecommons.org"


@dataclass(frozen=True, kw_only=True)  # without slots, so that what all pages say is made once
class Site:
    """A publication as machines are told of it.

    *url* is empty while one works on it. *policies* are the paths of its pages, by schema.org's
    property; *images* where each file of the content is served.
    """

    name: str
    publication: Publication
    url: str = ""
    promise: str = ""
    license: str = ""
    logo: str = ""
    policies: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, str] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have an article, or the site's own where none has."""
        return self.publication.languages_used or (self.publication.language,)

    def outlet_path(self, source: Source) -> str:
        """Return the path of an outlet's page in the site's language, which has all of them."""
        editions = self.publication.editions
        return editions.of(self.publication.language).source_url(source) if editions else ""

    def at(self, path: str) -> str:
        """Return the address of *path*, which is below the site's."""
        return f"{self.url}/{path}"

    def person_id(self, author: Subject) -> str:
        """Return the name of an author of the house, who is one in all languages."""
        return self.at(f"#author-{author.slug}")

    def home(self, translator: Translator) -> Step:
        """Return name and path of the front page in a translator's language."""
        language = translator.lang
        known = language in self.languages and language != self.publication.language
        return translator(self.name), f"{language}/" if known else ""

    @cached_property
    def publisher(self) -> Node:
        """Who publishes, in brief."""
        return given(
            type_="NewsMediaOrganization",
            id_=self.at(ORGANIZATION),
            name=self.name,
            url=self.at(""),
            logo=self.image(self.logo),
        )

    @cached_property
    def whole(self) -> Node:
        """The site of which every page is a part, in brief."""
        return given(type_="WebSite", id_=self.at(WEBSITE), name=self.name, url=self.at(""))

    def image(self, name: str) -> Node | None:
        """Return the image that a file of the content is, or None where there is no such file."""
        path = self.images.get(name.removeprefix("{static}").lstrip("/"))
        return given(type_="ImageObject", url=self.at(path)) if path else None


def web_page(
    site: Site,
    path: str,
    trail: Iterable[Step],
    *,
    kind: str = "WebPage",
    **properties: object,
) -> Node:
    """Return a page, and the way to it.

    *trail* are the name and path of each page from the front page down to this one.
    """
    url = site.at(path)
    return given(
        type_=kind,
        id_=f"{url}{PAGE}",
        url=url,
        **properties,
        isPartOf=site.whole,
        breadcrumb=breadcrumbs(site, trail),
    )


def breadcrumbs(site: Site, trail: Iterable[Step]) -> Node:
    """Return the way from the front page to a page."""
    return given(
        type_="BreadcrumbList",
        itemListElement=[
            given(type_="ListItem", position=position, name=name, item=site.at(path))
            for position, (name, path) in enumerate(trail, start=1)
        ],
    )


def licence_address(sentence: str) -> str:
    """Return where the text of the Creative Commons licence is that *sentence* names, or ``""``."""
    found = CREATIVE_COMMONS.search(sentence)
    if not found:
        return ""
    terms, version = found["terms"], found["version"]
    path = f"licenses/{terms.lower()}" if terms else "publicdomain/zero"
    return f"{HOME}/{path}/{version}/"
