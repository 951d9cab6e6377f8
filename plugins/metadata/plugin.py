"""Checking the metadata of a Pelican site while it is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Article, Content, Page
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
from pelican.utils import slugify

import contract.plugin
from contract.piece import Piece, articles_of, authors_of, stated
from contract.publication import Metadata, Settings, publication_of
from contract.text import Text, text_of
from incremental import answer, ask, of_its_text
from languages.bidi import closed
from metadata import checks
from metadata.authors import read_authors
from metadata.slugs import romanise
from problems import Problem, Severity, did_you_mean, tell


def set_up(pelican: Pelican) -> None:
    """Read who writes here."""
    settings = pelican.settings
    records, problems = read_authors(Path(settings["PATH"]))
    tell(*problems)
    for path in _unread(Path(settings["PATH"])):
        message = f"nobody reads this file; if it is a text, name it {path.stem}.md"
        tell(Problem.at(path, message, "unread-file", severity=Severity.WARNING))
    publication_of(settings).writers = records
    answer("authors", lambda _: bool(records))
    answer("author", lambda name: records[name].slug if name in records else None)


def _unread(content: Path) -> Iterator[Path]:
    for folder in ("articles", "pages"):
        yield from checks.unread_files(content / folder, read=checks.MARKDOWN)
    for folder in ("authors", "sources"):
        yield from checks.unread_files(content / folder, read={".md"})


@of_its_text
def name_well(generator: Generator, metadata: Metadata) -> None:
    """Give a text, its section, its tags and its authors their names and addresses."""
    settings = generator.settings
    for field, value in metadata.items():
        if isinstance(value, str):
            metadata[field] = closed(value)
    if not metadata.get("lang", True):
        del metadata["lang"]  # told by check()
    if "slug" in metadata:
        metadata["slug"] = _slug(metadata["slug"], settings) or metadata["slug"]
    if category := metadata.get("category"):
        category.name = _section(str(category), settings)
    listed = [*metadata.get("authors", ()), metadata.get("author")]
    for subject in filter(None, (category, *metadata.get("tags", ()), *listed)):
        subject.name = closed(str(subject))
        subject.slug = slugify(romanise(str(subject)), settings["SLUG_REGEX_SUBSTITUTIONS"])
    records = publication_of(settings).writers
    for author in filter(None, listed):
        ask("author", str(author))
        if record := records.get(str(author)):
            author.slug = record.slug


def _slug(slug: str, settings: Settings) -> str:
    """Return the slug of a file that is not named in Latin letters in these; others stay."""
    if slug.isascii():
        return slug
    parts = (
        slugify(romanise(part), settings["SLUG_REGEX_SUBSTITUTIONS"]) for part in slug.split("/")
    )
    return "/".join(parts).strip("/")


def _section(name: str, settings: Settings) -> str:
    """Return the section that *name* is, as a text in another language may call it."""
    sections = publication_of(settings).names_of_sections
    if name in sections:
        return name
    return next((each for each, names in sections.items() if name in names.values()), name)


@of_its_text
def complete(content: Content) -> None:
    """Let templates ask who wrote a text that names nobody."""
    if not hasattr(content, "authors"):
        content.authors = []


@of_its_text
def check(content: Content) -> None:
    """Check the fields of one article or page."""
    if not isinstance(content, Article | Page) or not str(content.source_path).endswith(".md"):
        return
    text, settings = text_of(content), content.settings
    header, path = text.header, text.path
    for name, value in header.fields.items():
        if closed(value) != value:
            message = "a mark that turns the direction of writing is not closed, and left out"
            text.tell(message, "direction-mark", name, severity=Severity.WARNING)
    for name, message in checks.unknown_fields(header.fields, settings.get("METADATA_FIELDS", ())):
        text.tell(message, "unknown-field", name)
    languages = publication_of(settings).languages
    for name, message, code in checks.wrong_values(header.fields, languages=languages):
        text.tell(message, code, name)
    # Pelican says it of a text that has no title.
    if wrong := checks.wrong_title(getattr(content, "title", "A title")):
        message, code, severity = wrong
        text.tell(message, code, "title", severity=severity)
    if named := checks.language_in_name(path, header.fields, languages):
        text.tell(named, "unknown-language", severity=Severity.WARNING)
    if not _has_letter(content.slug):
        message = f"“{content.slug}” has no letter that an address can hold; write “Slug: …”"
        text.tell(message, "slug", "slug")
    elif checks.cannot_be_an_address(content.slug):
        slug = slugify(romanise(content.slug), settings["SLUG_REGEX_SUBSTITUTIONS"])
        hint = f"write “Slug: {slug}”" if slug else "write another, as “Slug: …”"
        message = f"the slug “{content.slug}” cannot stand in an address; {hint}"
        text.tell(message, "slug", "slug")
    for name, message in checks.loose_dates(header.fields):
        # In the place of a date that is none, which was told, stands the first of 1970.
        if getattr(content, name).year > 1970:
            text.tell(message, "date-form", name, severity=Severity.WARNING)
    _check_authors(content, text)


def _has_letter(slug: str) -> bool:
    return any(each.isascii() and each.isalnum() for each in slug)


def _check_authors(content: Content, text: Text) -> None:
    records = publication_of(content.settings).writers
    ask("authors", "any")
    if not records or (isinstance(content, Page) and not isinstance(content, Article)):
        return
    for author in authors_of(content):
        ask("author", str(author))
        if str(author) not in records:
            hint = did_you_mean(str(author), records)
            message = f"no author “{author}” in authors/{hint or '; describe them there'}"
            text.tell(message, "unknown-author", "authors", "author")


def check_together(generators: Iterable[Generator]) -> None:
    """Check what only shows when everything is read."""
    texts: list[Any] = []
    templates: set[str] = set()
    own: set[str] = set()
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            own |= _own_pages(generator)
            templates |= set(generator.env.list_templates())
            articles = articles_of(generator)
            _check_names([a for a in articles if hasattr(a, "category")], "category")
            _check_names([a for a in articles if hasattr(a, "tags")], "tags")
            _check_names([a for a in articles if authors_of(a)], "authors", slips=False)
            drafts = [*generator.drafts, *generator.drafts_translations]
            _check_drafts(drafts)
            texts += [*articles, *drafts]
        elif isinstance(generator, PagesGenerator):
            texts += [*generator.pages, *generator.translations]
            texts += [*generator.hidden_pages, *generator.hidden_translations]
            texts += [*generator.draft_pages, *generator.draft_translations]
    for text in texts:
        checks.check_template(text, templates)
    _check_addresses(texts, own)
    _check_translations(texts)


def _own_pages(generator: ArticlesGenerator) -> set[str]:
    """Return where the pages are that the site has beside its texts."""
    settings = generator.settings
    languages = settings.get("LANGUAGES", ())
    direct = settings["DIRECT_TEMPLATES"]
    # A text that could not be used left nothing.
    generated = filter(None, generator.context.get("generated_content", {}).values())
    return {
        "index.html",
        *(f"{language}/index.html" for language in languages),
        *(settings.get(f"{name.upper()}_SAVE_AS", f"{name}.html") for name in direct),
        *(each.save_as for each in generated if not isinstance(each, Content)),
        *(page.save_as for page in publication_of(settings).lists or ()),
    }


def _check_drafts(drafts: Iterable[Piece]) -> None:
    """Warn of what Pelican made a draft because of its date."""
    for draft in drafts:
        if stated(draft, "status").lower() != "draft":
            message = "the date lies in the future: until then this is a draft, and not listed"
            _say(draft, "date", message, "future-date", Severity.WARNING)


def _check_addresses(texts: Iterable[Piece], own: set[str]) -> None:
    by_address: defaultdict[str, list[Piece]] = defaultdict(list)
    folders = {str(folder) for page in own for folder in PurePosixPath(page).parents}
    for text in texts:
        by_address[text.save_as].append(text)
        if page := checks.taken_by(text.save_as, own):
            _say_taken(text, f"is taken by the site’s own {page}")
        elif text.save_as in folders:
            taken = f"the site has a folder {text.save_as}; write this text to another address"
            _say(text, "save_as", taken, "duplicate-slug", Severity.ERROR)
    for address, texts_there in by_address.items():
        # A file cannot be a folder as well.
        if place := checks.taken_by(str(PurePosixPath(address).parent), by_address):
            for text in texts_there:
                _say_taken(text, f"lies inside of {by_address[place][0].relative_source_path}")
    for same in by_address.values():
        # Whoever states an address is to choose another.
        first, *others = sorted(same, key=lambda one: ("save_as" in one.metadata, one.source_path))
        for text in others:
            _say_taken(text, f"is taken by {first.relative_source_path}")


def _say_taken(text: Piece, where: str) -> None:
    """Say *where* the address of *text* lies already, with the field that made it."""
    field = "save_as" if "save_as" in text.metadata else "slug"
    name = f"address “{text.save_as}”" if field == "save_as" else f"slug “{text.slug}”"
    _say(text, field, f"the {name} {where}; choose another", "duplicate-slug", Severity.ERROR)


def _check_translations(texts: Iterable[Piece]) -> None:
    """Say which texts are translations of none, as their slugs are."""
    by_slug: defaultdict[str, list[Piece]] = defaultdict(list)
    for text in texts:
        by_slug[text.slug].append(text)
    alone = {slug: same[0] for slug, same in by_slug.items() if len(same) == 1}
    for slug, text in alone.items():
        if stated(text, "translation", "false").lower() != "false":
            hint = did_you_mean(slug, by_slug.keys() - {slug})
            advice = hint or "; give it the slug of the text that it translates"
            message = f"a translation, and no other text has its slug, “{slug}”{advice}"
            _say(text, "translation", message, "no-original", Severity.ERROR)
    foreign = {slug for slug, text in alone.items() if not text.in_default_lang}
    for pair in checks.near_misses(list(by_slug)) if foreign else ():
        for slug, other in (pair, pair[::-1]):
            if slug in foreign and all(each.in_default_lang for each in by_slug[other]):
                message = f"the slug “{slug}” is one slip away from “{other}”; is it a translation?"
                _say(alone[slug], "slug", message, "near-miss", Severity.WARNING)


def _check_names(articles: list[Piece], field: str, *, slips: bool = True) -> None:
    """Say which names share a page, and warn of one that is one slip away from another."""
    used: defaultdict[str, list[Piece]] = defaultdict(list)
    slugs: dict[str, str] = {}
    for article in articles:
        value = getattr(article, field)
        for name in value if isinstance(value, list) else [value]:
            used[str(name)].append(article)
            slugs[str(name)] = name.slug
    for name, message in checks.ambiguous(slugs):
        _say(used[name][0], field, message, "name-address", Severity.ERROR)
    if not slips:
        return
    for rare, common in checks.near_misses(name for name, where in used.items() for _ in where):
        message = f"“{rare}” is one slip away from “{common}”; is it the same?"
        _say(used[rare][0], field, message, "near-miss", Severity.WARNING)


def _say(article: Piece, field: str, message: str, code: str, severity: Severity) -> None:
    # Authors may be told in either of two fields.
    text_of(article).tell(message, code, field, field.removesuffix("s"), severity=severity)


def register() -> None:
    """Connect the handlers."""
    contract.plugin.register()
    signals.initialized.connect(set_up)
    signals.article_generator_context.connect(name_well)
    signals.page_generator_context.connect(name_well)
    signals.content_object_init.connect(complete)
    signals.content_object_init.connect(check)
    signals.all_generators_finalized.connect(check_together)
