"""Interface sentences from gettext catalogues, dates and numbers by locale (CLDR, Babel)."""

from __future__ import annotations

import datetime
import gettext
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from babel import Locale, UnknownLocaleError, dates, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from contract.publication import Settings, publication_of

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ur", "yi"})
# The marks of a language, and those for a quotation inside a quotation.
QUOTATION_MARKS = {
    "az": "«»“”",
    "fa": "«»‹›",
    "hy": "«»‹›",
    "ka": "„“‚‘",
    "ru": "«»„“",
}
ENGLISH_MARKS = "“”‘’"
# What CLDR calls these means their country as well, where it stands alone.
OWN_NAMES = {"az": "azərbaycanca"}
# CLDR names the digits of a locale, and its sign of percent; Babel does not write them.
DIGITS = {"fa": str.maketrans("0123456789%", "۰۱۲۳۴۵۶۷۸۹٪")}


class Day(Protocol):
    """A date of which the month and the day may be unknown."""

    @property
    def year(self) -> int: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr``, for the attribute ``dir``."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


@cache
def locale_of(language: str) -> Locale:
    """Return the locale of *language*; British English for it, and for what CLDR lacks."""
    try:
        return Locale.parse("en-GB" if language == "en" else language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def is_language(code: str) -> bool:
    """Tell whether *code* is that of a language which CLDR knows."""
    return code in locale_of("en").languages


def native_name(language: str) -> str:
    """Return what *language* calls itself, with a capital where a sentence has one."""
    code = language.split("-")[0]
    name = OWN_NAMES.get(code) or str(locale_of(language).languages.get(code, language))
    # The capitals of Georgian are for headlines only: a word never mixes them.
    return name if language == "ka" else name[:1].upper() + name[1:]


class Translator:
    """Says things in one language; English where the catalogue has no translation."""

    def __init__(
        self,
        language: str = "en",
        catalogue: Path | None = None,
        own: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """*own* is how the site says a message, whatever the catalogue has for it."""
        self.lang = language
        self.locale = locale_of(language)
        self._own = own
        self._catalogue = _read(catalogue) if catalogue else gettext.NullTranslations()

    def __call__(self, message: str, **values: object) -> str:
        """Return *message* in this language, its ``%(name)s`` filled in."""
        if not message:
            return ""  # of an empty message, a catalogue says what it is
        text = self._own.get(message) or self._catalogue.gettext(message)
        return text % values if values else text

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Return the form for *n*, which stands for ``%(n)s``."""
        text = self._catalogue.ngettext(singular, plural, n)
        return text % {"n": self.number(n), **values}

    def number(self, n: int) -> str:
        """Return *n* with the digits and separators of the locale."""
        return self.digits(_number(self.lang, n))

    def percent(self, share: float) -> str:
        """Return *share*, of 1, as whole percent: 38%."""
        return self.digits(
            numbers.format_percent(share, locale=self.locale, numbering_system="default")
        )

    def date(self, value: Day | None) -> str:
        """Return as much of a date as is known: 14 March 2026, March 2026, or 2026."""
        if value is None:
            return ""
        return self.digits(_date(self.lang, value.year, value.month, value.day))

    def day_month(self, value: datetime.date) -> str:
        """Return a date without its year: 14 March."""
        return self.digits(dates.format_skeleton("MMMMd", value, locale=self.locale))

    def year(self, year: int) -> str:
        """Return *year* as this language writes it, without separators."""
        return self.digits(str(year))

    def digits(self, text: str) -> str:
        """Return *text* with the digits of this language."""
        return text.translate(DIGITS.get(self.lang, {}))

    def language(self, code: str) -> str:
        """Return the name of the language *code*, as this language calls it."""
        name = self.locale.languages.get(code.split("-")[0], code)
        return str(name)

    def country(self, code: str) -> str:
        """Return the name of the country *code* (ISO 3166-1), as this language calls it."""
        return str(self.locale.territories.get(code.upper(), code))

    @property
    def comma(self) -> str:
        """The comma of this language's script, with the space after it."""
        return "، " if direction(self.lang) == "rtl" else ", "

    @property
    def semicolon(self) -> str:
        """The semicolon of this language's script, with the space after it."""
        return "؛ " if direction(self.lang) == "rtl" else "; "

    def quoted(self, text: str) -> str:
        """Return *text* in this language's quotation marks; those it holds become inner ones."""
        marks = QUOTATION_MARKS.get(self.lang, ENGLISH_MARKS)
        text = text.replace(marks[0], marks[2]).replace(marks[1], marks[3])
        return f"{marks[0]}{text}{marks[1]}"


# Babel takes long for what a site says over and over.
@cache
def _number(language: str, n: int) -> str:
    return str(numbers.format_decimal(n, locale=locale_of(language), numbering_system="default"))


@cache
def _date(language: str, year: int, month: int | None, day: int | None) -> str:
    locale = locale_of(language)
    value = datetime.date(year, month or 1, day or 1)
    if month is None:
        return str(dates.format_skeleton("y", value, locale=locale))
    if day is None:
        return str(dates.format_skeleton("yMMMM", value, locale=locale))
    return str(dates.format_date(value, "long", locale=locale))


def _read(path: Path) -> gettext.NullTranslations:
    """Return the catalogue in *path*, a .po file; compiled in memory, so that none goes stale."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class Translators:
    """One translator for each language, made when it is first asked for."""

    def __init__(
        self,
        folder: Path | None = None,
        own: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    ) -> None:
        """*own* is the setting TRANSLATIONS: for a message, how the site says it, by language."""
        self._folder = folder
        self._own = own
        self._known: dict[str, Translator] = {}

    @classmethod
    def of(cls, settings: Settings) -> Translators:
        """Return the translators of a site, by Pelican's *settings*; they are made once."""
        publication = publication_of(settings)
        if publication.translators is None:
            folder = Path(settings["THEME"]) / "translations"
            publication.translators = cls(folder, settings.get("TRANSLATIONS", {}))
        return publication.translators

    def __call__(self, language: str) -> Translator:
        """Return the translator for *language*, a code such as ``ka``."""
        if language not in self._known:
            path = self._folder / f"{language}.po" if self._folder else None
            usable = path if path and path.is_file() else None
            own = {text: said[language] for text, said in self._own.items() if language in said}
            self._known[language] = Translator(language, usable, own)
        return self._known[language]
