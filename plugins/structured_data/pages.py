"""What pages tell machines: `json_ld` in templates."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from contract.piece import Piece, Subject
from languages.translator import Translator
from metadata.model import AuthorRecord
from record.model import SourcePage
from structured_data.script import Node, given, plain_text, script
from structured_data.site import Site, Step, web_page
from structured_data.texts import article_data, page_data
from structured_data.works import described_outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Describer:
    """What templates say to machines: each method is one kind of page."""

    site: Site

    def article(self, article: Piece, t: Translator) -> Markup:
        return script(article_data(article, self.site, t))

    def page(self, page: Piece, t: Translator) -> Markup:
        return script(page_data(page, self.site, t))

    def front(self) -> Markup:
        """Describe who publishes, with the pages that say how, and the site of all pages."""
        site = self.site
        languages, policies = list(site.languages), site.policies.items()
        said = {name: site.at(path) for name, path in policies}
        house = given(slogan=site.promise, knowsLanguage=languages, **said)
        whole = given(description=site.promise, inLanguage=languages, publisher=site.publisher)
        nodes = ({**site.publisher, **house}, {**site.whole, **whole})
        return Markup("\n").join(map(script, nodes))

    def author(self, author: Subject, t: Translator, above: tuple[Step, ...] = ()) -> Markup:
        """Describe somebody's page, and who that is."""
        site = self.site
        record = site.publication.authors.get(author.slug)
        name = site.publication.author_name(author, t.lang)
        somebody = given(
            type_="Person",
            id_=site.person_id(author),
            name=name,
            url=site.at(author.url),
            worksFor=site.publisher,
            **(self._recorded(record, name) if record else {}),
        )
        trail = [site.home(t), *above, (name, author.url)]
        about = {"name": name, "inLanguage": t.lang, "mainEntity": somebody}
        return script(web_page(site, author.url, trail, kind="ProfilePage", **about))

    def _recorded(self, record: AuthorRecord, name: str) -> Node:
        return given(
            alternateName=sorted({record.title, *record.names.values()} - {name}),
            description=plain_text(record.text),
            sameAs=record.url,
            image=self.site.image(record.image),
        )

    def source(self, page: SourcePage, t: Translator) -> Markup:
        """Describe the page of an outlet that is quoted, and what the outlet is."""
        source = page.source
        above = page.url.removesuffix(f"{source.slug}/")
        described = web_page(
            self.site,
            page.url,
            [self.site.home(t), (t("Sources"), above), (source.title, page.url)],
            kind="CollectionPage",
            name=source.title,
            description=plain_text(source.text),
            inLanguage=t.lang,
            about=described_outlet(source, self.site),
        )
        return script(described)

    def listing(
        self,
        title: str,
        path: str,
        t: Translator,
        above: tuple[Step, ...] = (),
        first: str = "",
        number: int = 1,
    ) -> Markup:
        """Describe any other page, which lists others, by the *title* in its head.

        *above* are names and paths of the lists in which it is listed itself. *number* is that
        of the page, and *first* the path of the first, which it comes below.
        """
        home = self.site.home(t)
        # Without the name of the site behind it, as heads have it.
        name = Markup(title).striptags().removesuffix(f" – {home[0]}")  # noqa: S704 - only read
        trail = [home, *above, (name, path)]
        if number > 1:
            page = t("Page %(n)s", n=number)
            trail = [home, *above, (name, first), (page, path)]
            name = f"{name} – {page}"
        about = {"name": name, "inLanguage": t.lang}
        return script(web_page(self.site, path, trail, kind="CollectionPage", **about))
