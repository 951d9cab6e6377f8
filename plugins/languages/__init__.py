"""What a page says in its reader's language: sentences, dates, numbers, names of languages."""

from languages.translator import Translator, Translators

__all__ = ["Translator", "Translators", "register"]


def register() -> None:
    """Connect to Pelican, which calls this."""
    from languages.plugin import register

    register()
