"""From an article to an entry: what Pelican's objects hold, in the terms of feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from urllib.parse import quote, urlsplit

from lxml.html import HtmlElement

from citations import Source
from contract.piece import Piece, Subject, authors_of, moment_of, section_of, stated, tags_of
from contract.publication import Publication
from contract.text import text_of
from feeds.content import content_of, correction_notice, head_picture, source_notice, theirs
from feeds.model import Category, Entry, Origin, Person, Quoted, Version
from feeds.text import URI_SAFE, absolute, clean, first_moment, moment, plain
from languages.translator import Translator, Translators, direction
from quotations.model import Quotation, Republication
from quotations.titles import plain as plain_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What entries need to know of the setting.

    *url* has no slash at the end. *id_url* is what names are made from: *url*, or what it was
    before the site moved. *page_of* and *page_of_author* give addresses below the site's; an author
    may have none. *reference* is added to links.
    """

    url: str
    id_url: str
    timezone: tzinfo
    translate: Translators
    publication: Publication
    page_of: Callable[[Source, str], str]
    page_of_author: Callable[[Subject], str]
    section_scheme: str
    tag_scheme: str
    reference: str = ""

    def address(self, path: str) -> str:
        """Return the URI of *path*, which is below the site's address."""
        return absolute(f"{self.url}/", path)

    def outlet_page(self, taken: Republication, language: str) -> str:
        """Return the URI of our page about the outlet, or an empty text where there is none."""
        path = self.page_of(taken.source, language) if taken.source else ""
        return self.address(path) if path else ""


def entry_of(article: Piece, setting: Setting) -> Entry:
    """Return *article*, a published article of any reader, as an entry."""
    t = setting.translate(article.lang)
    url = setting.address(article.url)
    text = text_of(article)
    taken = text.republication
    published, updated = _dates(article, setting.timezone)
    content = _content(article, setting, t, url)
    return Entry(
        id=entry_id(article, setting),
        url=url + setting.reference,
        title=clean(plain_title(article.title)),
        language=article.lang,
        published=published,
        updated=updated,
        day=t.date(published),
        content=content,
        summary=_summary(article, content),
        image=setting.address(text.image.url) if text.image else "",
        authors=_writers(article, setting, taken),
        contributors=_helpers(article, setting, taken),
        categories=tuple(_categories(article, setting)),
        versions=tuple(_version(each, setting) for each in article.translations),
        quotations=tuple(_quoted(each, url) for each in text.quotations),
        origin=origin_of(taken, published, id_url=setting.id_url) if taken else None,
        rights=theirs(t) if taken and not taken.licensed else "",
    )


def entry_id(article: Piece, setting: Setting) -> str:
    """Return the name of *article* for ever: a tag URI (RFC 4151) of site, day and first address.

    An article that has moved says its first address in ``Comments_id``.
    """
    path = _first_address(article)
    taken = {_first_address(version) for version in article.translations}
    own = path if path not in taken else f"/{article.url}"
    base = urlsplit(setting.id_url)
    day = article.date.date().isoformat()
    return f"tag:{base.hostname},{day}:{base.path}{quote(own, safe=URI_SAFE)}"


def _first_address(article: Piece) -> str:
    first = stated(article, "comments_id")
    return clean(first) if first.startswith("/") else f"/{article.url}"


def _dates(article: Piece, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return when it was published, and changed as far as it says so; a correction is a change."""
    published = moment(article.date, zone)
    changed = moment_of(article, "modified")
    changes = [moment(changed, zone)] if changed else []
    corrected = (each.date for each in text_of(article).corrections)
    return published, max([published, *changes, *(first_moment(day, zone) for day in corrected)])


def _summary(article: Piece, content: str) -> str:
    summary = plain(article.summary)
    return "" if summary == plain(content) else summary


def _content(article: Piece, setting: Setting, t: Translator, url: str) -> str:
    text = text_of(article)
    return content_of(
        article.get_content(setting.url),
        url=url,
        language=article.lang,
        direction=direction(article.lang),
        before=list(_before(article, setting, t)),
        after=[correction_notice(each, t) for each in text.corrections],
    )


def _before(article: Piece, setting: Setting, t: Translator) -> Iterator[HtmlElement]:
    """Yield what a page shows above the text."""
    text = text_of(article)
    if taken := text.republication:
        yield source_notice(taken, t, outlet_url=setting.outlet_page(taken, article.lang))
    if text.image:
        yield head_picture(text.image, url=setting.address(text.image.url))


def _writers(article: Piece, setting: Setting, taken: Republication | None) -> tuple[Person, ...]:
    """Return who wrote it: what others published first is theirs, as the byline says."""
    if taken is None:
        return _house(article, setting)
    outlet = Person(name=clean(taken.outlet), url=setting.outlet_page(taken, article.lang))
    names = tuple(Person(name=clean(name)) for name in taken.authors)
    return names or ((outlet,) if outlet.name else _house(article, setting))


def _helpers(article: Piece, setting: Setting, taken: Republication | None) -> tuple[Person, ...]:
    """Return who translated it, and who prepared what others wrote."""
    name = clean(stated(article, "translator")).strip()
    translator = (Person(name=name),) if name else ()
    return (*translator, *(_house(article, setting) if taken else ()))


def _house(article: Piece, setting: Setting) -> tuple[Person, ...]:
    """Return the authors of the site that an article names."""
    found = []
    for author in authors_of(article):
        path = setting.page_of_author(author)
        name = clean(setting.publication.author_name(author, article.lang))
        found.append(Person(name=name, url=setting.address(path) if path else ""))
    return tuple(found)


def _categories(article: Piece, setting: Setting) -> Iterator[Category]:
    if section := section_of(article):
        label = clean(setting.publication.section_name(section, article.lang))
        yield Category(term=section.slug or label, label=label, scheme=setting.section_scheme)
    for tag in tags_of(article):
        label = clean(str(tag))
        yield Category(term=tag.slug or label, label=label, scheme=setting.tag_scheme)


def _version(article: Piece, setting: Setting) -> Version:
    title = clean(plain_title(article.title))
    return Version(url=setting.address(article.url), title=title, language=article.lang)


def _quoted(quotation: Quotation, url: str) -> Quoted:
    cited = quotation.cited
    work_url = quotation.attribution.url or (quotation.citation.url if quotation.citation else "")
    return Quoted(
        url=f"{url}#{quotation.stable_id}",
        result=str(quotation.result),
        person=clean(cited.person),
        work_url=absolute("", work_url),
        outlet=clean(cited.outlet),
    )


def origin_of(taken: Republication, published: datetime, *, id_url: str) -> Origin:
    """Return what is known of the first publication.

    Atom wants the day when it last changed: that of the work, as far as it is known, else
    the day on which the piece was *published* here. An outlet without an address is named
    below *id_url*.
    """
    work, source = taken.citation, taken.source
    issued, zone = work.issued if work else None, published.tzinfo
    outlet = clean(taken.outlet)
    url = absolute("", source.url) if source else ""
    work_url = absolute("", work.url) if work else ""
    title = outlet or clean(work.title if work else "") or work_url
    return Origin(
        kind=str(taken.kind),
        id=url or work_url or f"{id_url}/#{quote(title)}",
        title=title,
        updated=first_moment(issued, zone) if issued and zone else published,
        url=url,
        work_url=work_url,
        work_title=clean(work.title) if work else "",
        language=work.language if work else "",
        authors=tuple(clean(str(name)) for name in work.authors) if work else (),
    )
