"""An article as JSON-LD, for those who read by machine (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from quotations.model import Citation, Quotation, Republication

ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def structured_data(article: Any, settings: Mapping[str, Any]) -> Markup:
    """Return an OpinionNewsArticle with its quotations, safe inside a script element."""
    url = f"{settings['SITEURL']}/{article.url}"
    data = {
        "@context": "https://schema.org",
        "@type": "OpinionNewsArticle",
        "@id": url,
        "url": url,
        "headline": str(article.title),
        "inLanguage": article.lang,
        "datePublished": article.date.isoformat(),
        "dateModified": getattr(article, "modified", article.date).isoformat(),
        "author": [_person(str(each)) for each in getattr(article, "authors", [])],
        "publisher": {"@type": "NewsMediaOrganization", "name": settings["SITENAME"]},
        "citation": [_work(work.citation) for work in article.works if work.citation],
        "hasPart": [_quotation(each, url) for each in article.quotations],
        "isBasedOn": _republished(article.republication),
        "correction": [
            {"@type": "CorrectionComment", "text": each.text, "datePublished": str(each.date)}
            for each in article.corrections
        ],
    }
    return in_script({name: value for name, value in data.items() if value})


def in_script(data: Mapping[str, Any]) -> Markup:
    """Return *data* as JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in ESCAPES.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704 - nothing in it can end the script element


def _person(name: str) -> dict[str, Any]:
    return {"@type": "Person", "name": name}


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value}


def _work(citation: Citation) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": citation.outlet} if citation.outlet else None
    return _given(
        {
            "@type": "CreativeWork",
            "name": citation.title,
            "url": citation.url,
            "author": [_person(str(name)) for name in citation.authors],
            "publisher": publisher,
            "datePublished": str(citation.issued or ""),
            "inLanguage": citation.language,
        }
    )


def _quotation(quotation: Quotation, url: str) -> dict[str, Any]:
    cited = quotation.cited
    if quotation.citation:
        based_on = _work(quotation.citation)
    else:
        based_on = _given({"@type": "CreativeWork", "name": cited.title, "url": cited.url})
    original = quotation.original
    return _given(
        {
            "@type": "Quotation",
            "@id": f"{url}#{quotation.id}",
            "text": quotation.text,
            "inLanguage": quotation.language,
            "creator": _person(cited.person) if cited.person else None,
            "translationOfWork": {
                "@type": "Quotation",
                "text": " ".join(original.paragraphs),
                "inLanguage": original.language,
            }
            if original
            else None,
            "isBasedOn": based_on if len(based_on) > 1 else None,
        }
    )


def _republished(republication: Republication | None) -> dict[str, Any] | None:
    if republication is None:
        return None
    if republication.citation:
        return _work(republication.citation)
    publisher = {"@type": "Organization", "name": republication.outlet}
    return {"@type": "CreativeWork", "publisher": publisher}
