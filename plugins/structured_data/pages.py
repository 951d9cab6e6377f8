"""Pages that hold no text of their own: the front page, lists, authors, sources."""

from __future__ import annotations

from markupsafe import Markup

from contract.piece import Subject
from languages.translator import Translator
from metadata.model import AuthorRecord
from record.model import SourcePage
from structured_data.script import Node, given, plain_text
from structured_data.site import Site, Step, web_page
from structured_data.works import described_outlet


def publisher_data(site: Site) -> Node:
    """Return who publishes, and the pages that say how."""
    policies = {name: site.at(path) for name, path in site.policies.items()}
    return {
        **site.publisher,
        **given(slogan=site.promise, knowsLanguage=list(site.languages), **policies),
    }


def site_data(site: Site) -> Node:
    """Return the site of which all pages are parts."""
    return {
        **site.whole,
        **given(
            description=site.promise,
            inLanguage=list(site.languages),
            publisher=site.publisher,
        ),
    }


def list_data(
    site: Site,
    t: Translator,
    *,
    name: str,
    path: str,
    above: tuple[Step, ...] = (),
    first: str = "",
    number: int = 1,
) -> Node:
    """Return a page that lists others; *above* are the lists in which it is listed itself.

    *number* is that of the page, and *first* the path of the first, which it comes below.
    """
    trail = [site.home(t), *above, (name, path)]
    if number > 1:
        page = t("Page %(n)s", n=number)
        trail = [*trail[:-1], (name, first), (page, path)]
        name = f"{name} – {page}"
    return web_page(site, path, trail, kind="CollectionPage", name=name, inLanguage=t.lang)


def author_data(author: Subject, site: Site, t: Translator, above: tuple[Step, ...] = ()) -> Node:
    """Return somebody's page, and who that is."""
    record = site.publication.authors.get(author.slug)
    name = site.publication.author_name(author, t.lang)
    trail = [site.home(t), *above, (name, author.url)]
    somebody = given(
        type_="Person",
        id_=site.person_id(author),
        name=name,
        url=site.at(author.url),
        worksFor=site.publisher,
        **(_recorded(record, name, site) if record else {}),
    )
    return web_page(
        site,
        author.url,
        trail,
        kind="ProfilePage",
        name=name,
        inLanguage=t.lang,
        mainEntity=somebody,
    )


def _recorded(record: AuthorRecord, name: str, site: Site) -> Node:
    others = sorted({record.title, *record.names.values()} - {name})
    return given(
        alternateName=others,
        description=plain_text(record.text),
        sameAs=record.url,
        image=site.image(record.image),
    )


def source_data(page: SourcePage, site: Site, t: Translator) -> Node:
    """Return the page of an outlet that is quoted, and what the outlet is."""
    source = page.source
    above = page.url.removesuffix(f"{source.slug}/")
    trail = [site.home(t), (t("Sources"), above), (source.title, page.url)]
    return web_page(
        site,
        page.url,
        trail,
        kind="CollectionPage",
        name=source.title,
        description=plain_text(source.text),
        inLanguage=t.lang,
        about=described_outlet(source, site),
    )


def title_alone(title: str, site: Site, t: Translator) -> str:
    """Return a page's title, as a head has it, without the name of the site behind it."""
    name, _ = site.home(t)
    return Markup(title).striptags().removesuffix(f" – {name}")  # noqa: S704 - only read
