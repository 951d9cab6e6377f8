"""The catalogues say everything that templates and plugins say, in every language of the site."""

from __future__ import annotations

import ast
import gettext
import re
import runpy
from collections.abc import Iterator, Sequence
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from languages.translator import Translators, locale_of
from tests.support.building import PROJECT, PUBLICATION

TRANSLATIONS = PROJECT / "theme" / "translations"
SETTINGS = runpy.run_path(str(PUBLICATION / "pelicanconf.py"))
# Settings that templates put into words, t(SITENAME): the setting TRANSLATIONS has theirs.
SPOKEN_SETTINGS = frozenset({"SITENAME", "PROMISE", "LICENSE"})
LANGUAGES = sorted(set(SETTINGS["LANGUAGES"]) - {SETTINGS["DEFAULT_LANG"]})

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
# What is written in Latin letters in every script.
LATIN_EVERYWHERE = frozenset({"Akismet", "BY", "CC", "Isso", "JavaScript"})
OTHER_SCRIPTS = ("fa", "hy", "ka", "ru")
# The Armenian question mark stands on the word (Ջնջե՞լ); its full stop looks like a colon.
FOREIGN_PUNCTUATION = {"fa": ",;?", "hy": ":;?"}
# What a module that says anything has in it; to walk through one takes long.
SAID = re.compile(r"\bt(?:\.plural)?\(")
MTAVRULI = re.compile("[\u1c90-\u1cbf]")
COUNTS = (1, 2, 5, 21)

# A message, or its singular and its plural.
Message = str | tuple[str, str]

per_language = pytest.mark.parametrize("language", LANGUAGES)


def as_message(function: str, arguments: Sequence[object]) -> Message:
    """Return what is said by a call of ``t`` or ``t.plural``."""
    said = arguments[: 2 if function == "plural" else 1]
    assert said, "t() says nothing"
    assert all(isinstance(text, str) for text in said), f"not a literal: {said}"
    return str(said[0]) if function == "t" else (str(said[0]), str(said[1]))


def in_template(source: str) -> Iterator[Message]:
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        match call.node:
            case nodes.Name(name="t"):
                function = "t"
            case nodes.Getattr(node=nodes.Name(name="t"), attr="plural"):
                function = "plural"
            case _:
                continue
        if not _is_spoken_setting(call.args[:1]):
            yield as_message(function, [_template_value(each) for each in call.args])


def _is_spoken_setting(arguments: Sequence[nodes.Expr]) -> bool:
    return any(isinstance(a, nodes.Name) and a.name in SPOKEN_SETTINGS for a in arguments)


def _template_value(argument: nodes.Expr) -> object:
    return argument.value if isinstance(argument, nodes.Const) else argument


def in_module(source: str) -> Iterator[Message]:
    for call in ast.walk(ast.parse(source)):
        match call:
            case ast.Call(func=ast.Name(id="t"), args=args):
                function = "t"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="t"), attr="plural"), args=args):
                function = "plural"
            case _:
                continue
        if function == "t" and _names_the_site(args[0]):
            continue
        values = [each.value if isinstance(each, ast.Constant) else each for each in args]
        yield as_message(function, values)


def _names_the_site(argument: ast.expr) -> bool:
    """Tell whether a spoken setting is said, which a module has as ``site.name``."""
    named = (each.attr for each in ast.walk(argument) if isinstance(each, ast.Attribute))
    return any(name in ("name", "promise", "license") for name in named)


@cache
def messages_used() -> frozenset[Message]:
    folders = (PROJECT / "theme" / "templates", PROJECT / "plugins")
    templates = sorted(path for folder in folders for path in folder.rglob("*.html"))
    modules = sorted((PROJECT / "plugins").rglob("*.py"))
    found: set[Message] = set()
    for path in templates:
        found.update(in_template(path.read_text(encoding="utf-8")))
    for source in (path.read_text(encoding="utf-8") for path in modules):
        if SAID.search(source):
            found.update(in_module(source))
    return frozenset(found)


@cache
def catalogue(language: str) -> Catalog:
    with (TRANSLATIONS / f"{language}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


@cache
def translations(language: str) -> dict[Message, tuple[str, ...]]:
    """Return each message of a catalogue, with its one form or its several."""
    found: dict[Message, tuple[str, ...]] = {}
    for entry in catalogue(language):
        match entry.id, entry.string:
            case (str(singular), str(plural)), (*forms,):
                found[singular, plural] = tuple(map(str, forms))
            case str(message), str(form) if message:
                found[message] = (form,)
    return found


def each_form(language: str) -> Iterator[tuple[Message, str]]:
    for message, forms in translations(language).items():
        for form in forms:
            yield message, form


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def in_english(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def without_placeholders(text: str) -> str:
    return PLACEHOLDER.sub(" ", text)


def test_messages_are_found_in_templates_and_in_modules() -> None:
    template = '{{ t("One") }}{{ t("A", b=t.plural("%(n)s b", "%(n)s bs", 2)) }}{{ t.date(d) }}'
    module = 't("One" " two")\nt.plural("%(n)s b",\n "%(n)s bs", n)\nt.language("ka")'

    assert set(in_template(template)) == {"One", "A", ("%(n)s b", "%(n)s bs")}
    assert set(in_module(module)) == {"One two", ("%(n)s b", "%(n)s bs")}


def test_a_message_that_is_not_written_out_is_refused() -> None:
    with pytest.raises(AssertionError, match="not a literal"):
        list(in_template("{{ t(kind) }}"))


def test_every_language_of_the_site_but_its_own_has_a_catalogue() -> None:
    assert sorted(path.stem for path in TRANSLATIONS.glob("*.po")) == LANGUAGES


@per_language
def test_a_catalogue_says_which_language_it_is_in(language: str) -> None:
    assert catalogue(language).locale_identifier == language


@per_language
def test_every_message_is_translated(language: str) -> None:
    assert messages_used() - set(translations(language)) == set()


@per_language
def test_no_translation_is_empty_or_doubtful(language: str) -> None:
    empty = [message for message, form in each_form(language) if not form.strip()]
    fuzzy = [message.id for message in catalogue(language) if message.id and message.fuzzy]

    assert (empty, fuzzy) == ([], [])


@per_language
def test_no_message_is_kept_that_nobody_uses(language: str) -> None:
    assert set(translations(language)) - messages_used() == set()
    assert not catalogue(language).obsolete


@per_language
def test_every_form_has_the_placeholders_of_the_message(language: str) -> None:
    wrong = [
        (message, form)
        for message, form in each_form(language)
        if placeholders(form) != placeholders(in_english(message)[0])
    ]

    assert wrong == []


@per_language
def test_a_plural_has_as_many_forms_as_the_header_says(language: str) -> None:
    expected = catalogue(language).num_plurals
    wrong = [
        message
        for message, forms in translations(language).items()
        if isinstance(message, tuple) and len(forms) != expected
    ]

    assert wrong == []


@per_language
def test_the_header_tells_numbers_apart_as_cldr_does(language: str) -> None:
    form = gettext.c2py(catalogue(language).plural_expr)
    rule = locale_of(language).plural_form
    pairs = {(form(n), rule(n)) for n in range(250)}

    assert len(pairs) == len({index for index, _ in pairs}) == catalogue(language).num_plurals


@per_language
def test_the_words_of_isso_have_a_line_for_each_plural_form_it_knows(language: str) -> None:
    # Its client has the three forms of Russian; the others have the two of English.
    expected = 3 if language == "ru" else 2
    wrong = [
        message
        for message, form in each_form(language)
        if "\n" in in_english(message)[0]
        and [placeholders(line) for line in form.split("\n")] != [{"{n}"}] * expected
    ]

    assert wrong == []


@per_language
def test_nothing_is_left_in_english(language: str) -> None:
    left = [
        message
        for message, form in each_form(language)
        if form in in_english(message) and re.search(r"[^\W\d_]", without_placeholders(form))
    ]

    assert left == []


@pytest.mark.parametrize("language", OTHER_SCRIPTS)
def test_other_scripts_have_latin_letters_in_names_only(language: str) -> None:
    words = {
        word
        for _, form in each_form(language)
        for word in re.findall("[A-Za-z]+", without_placeholders(form))
    }

    assert words <= LATIN_EVERYWHERE


@pytest.mark.parametrize(("language", "marks"), FOREIGN_PUNCTUATION.items())
def test_a_script_with_its_own_punctuation_uses_it(language: str, marks: str) -> None:
    wrong = [form for _, form in each_form(language) if set(marks) & set(form)]

    assert wrong == []


def test_georgian_has_no_capitals() -> None:
    assert [form for _, form in each_form("ka") if MTAVRULI.search(form)] == []


@per_language
@pytest.mark.parametrize("n", COUNTS)
def test_a_translator_says_every_plural(language: str, n: int) -> None:
    t = Translators(TRANSLATIONS)(language)
    for message in messages_used():
        if isinstance(message, tuple):
            said = t.plural(*message, n, quotations="Q", sources="S")
            assert t.number(n) in said
            assert said not in {form % {"n": n} for form in message if "(quotations)" not in form}


@per_language
def test_a_translator_fills_in_every_message(language: str) -> None:
    t = Translators(TRANSLATIONS)(language)
    for message in messages_used():
        if isinstance(message, str):
            values = dict.fromkeys(re.findall(r"%\((\w+)\)s", message), "X")
            assert "%(" not in t(message, **values)
