"""Articles and pages as schema.org's creative works, with what readers commented."""

from __future__ import annotations

import re
from itertools import chain, islice

from comments.model import Comment
from contract.piece import Piece, authors_of, moment_of, stated, tags_of
from contract.text import text_of
from languages.translator import Translator
from quotations.length import words_of
from quotations.model import Republication, RepublicationKind
from quotations.titles import plain
from structured_data.purposes import purposes_of, type_of_page
from structured_data.script import Node, given, plain_text
from structured_data.site import ORGANIZATION, Site, web_page
from structured_data.works import outlet, person, quoted, work

MOST = 100
_END_OF_BLOCK = re.compile(r"(?=</(?:p|li|pre|blockquote)>|<br>)")


def commented(article: Piece, url: str) -> Node:
    """Return the comments that stand on the page of *article* at *url*, and how many there are."""
    thread = text_of(article).thread
    if not thread or not thread.comments or not thread.count:
        return {}
    all_of_them = chain.from_iterable(top.walk() for top in thread.comments)
    written = (each for each in all_of_them if each.text)
    return given(
        commentCount=thread.count,
        comment=[_comment(each, f"{url}#{thread.anchor}") for each in islice(written, MOST)],
    )


def _comment(comment: Comment, above: str) -> Node:
    url = f"{above}{comment.id}"
    return given(
        type_="Comment",
        id_=url,
        url=url,
        author=person(comment.author),
        dateCreated=comment.written.isoformat(),
        text=plain_text(_END_OF_BLOCK.sub(" ", comment.text)),
    )


def article_data(article: Piece, site: Site, t: Translator) -> Node:
    """Return an OpinionNewsArticle with its quotations."""
    path = article.url  # Pelican makes it anew each time
    url, title = site.at(path), plain(article.title)
    section = site.publication.section_name(article.category, article.lang)
    trail = [site.home(t), (section, article.category.url), (title, path)]
    return {
        **given(type_="OpinionNewsArticle", id_=url, url=url, headline=title),
        **_text(article, url, site),
        **commented(article, url),
        **given(
            articleSection=section,
            keywords=[str(tag) for tag in tags_of(article)],
            wordCount=words_of(article),
            image=_image(article, site),
            isAccessibleForFree=True,
            mainEntityOfPage=web_page(site, path, trail, inLanguage=article.lang),
        ),
    }


def _image(article: Piece, site: Site) -> Node | None:
    """Return the picture at the head of *article*."""
    image = text_of(article).image
    if image is None:
        return None
    return given(
        type_="ImageObject",
        url=site.at(image.url),
        width=image.width,
        height=image.height,
        caption=image.alt,
        creditText=image.credit,
    )


def page_data(page: Piece, site: Site, t: Translator) -> Node:
    """Return a page of the house."""
    title = plain(page.title)
    path = page.url
    trail = [site.home(t), (title, path)]
    kind = type_of_page(page)
    about = given(id_=site.at(ORGANIZATION)) if purposes_of(page) else None
    shown = web_page(site, path, trail, kind=kind, name=title, about=about)
    return {**shown, **_text(page, site.at(path), site)}


def _text(text: Piece, url: str, site: Site) -> Node:
    """Return what is said of any text, which stands at *url*."""
    carried = text_of(text)
    taken = carried.republication
    return {
        **given(
            description=plain_text(text.summary),
            inLanguage=text.lang,
            datePublished=_moment(text, "date"),
            dateModified=_moment(text, "modified") or _moment(text, "date"),
            publisher=site.publisher,
            isPartOf=site.whole,
            translator=person(stated(text, "translator")),
            correction=[
                given(type_="CorrectionComment", text=each.text, datePublished=str(each.date))
                for each in carried.corrections
            ],
        ),
        **_versions(text, site),
        **(_taken(text, taken, site) if taken else _own(text, site)),
        **quoted(text, url, site),
    }


def _moment(text: Piece, name: str) -> str:
    value = moment_of(text, name)
    return value.isoformat() if value else ""


def _own(text: Piece, site: Site) -> Node:
    """Return who wrote a text of the house, and on what terms others may use it."""
    return given(author=_people(text, site), license=site.license)


def _taken(text: Piece, taken: Republication, site: Site) -> Node:
    """Return who wrote a text that others published first, and what it was taken from.

    No licence: it is not ours to give. Those who prepared it here are its editors.
    """
    theirs = outlet(taken.outlet, taken.source, site)
    original = (
        work(taken.citation, site)
        if taken.citation
        else given(type_="CreativeWork", publisher=theirs)
    )
    translated = taken.kind is RepublicationKind.TRANSLATION
    return given(
        author=[person(name) for name in taken.authors] or list(filter(None, (theirs,))),
        editor=_people(text, site),
        isBasedOn=original,
        translationOfWork=_named(original) if translated else None,
    )


def _named(described: Node) -> Node:
    """Return a node by its name alone where it has one."""
    return given(id_=described["@id"]) if "@id" in described else described


def _people(text: Piece, site: Site) -> list[Node]:
    return [
        given(
            type_="Person",
            id_=site.person_id(author),
            name=site.publication.author_name(author, text.lang),
            url=site.at(author.url),
        )
        for author in authors_of(text)
    ]


def _versions(text: Piece, site: Site) -> Node:
    """Return the other languages in which the house has a text."""
    original = original_of(text)
    if original is None:
        return {}
    if original is text:
        return given(workTranslation=[_version(each, site) for each in text.translations])
    return given(translationOfWork=_version(original, site))


def _version(text: Piece, site: Site) -> Node:
    url = site.at(text.url)
    return given(type_="CreativeWork", id_=url, url=url, inLanguage=text.lang)


def original_of(text: Piece) -> Piece | None:
    """Return which of a text and its translations was written first, as far as can be told.

    As Pelican sees it: one that does not say `Translation: true`, in the site's language
    where there is one.
    """
    first = [each for each in (text, *text.translations) if not _is_translation(each)]
    own = [each for each in first if each.in_default_lang] or first
    return own[0] if len(own) == 1 else None


def _is_translation(text: Piece) -> bool:
    return stated(text, "translation", "false").lower() != "false"
