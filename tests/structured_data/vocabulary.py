"""A closed list of what the site may tell machines: the schema.org terms of 2026 that we use.

Written from the definitions of schema.org (version 30): for each type the properties that
it may have here, with what each may hold, and those that it must have. Whatever is not
listed is a fault, even where schema.org knows it: a misspelt property is read by nobody, and
nobody says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.structured_data.values import (
    is_count,
    is_date,
    is_date_or_moment,
    is_language,
    is_moment,
    is_plain,
    is_text,
    is_true,
    is_url,
)

Holds = Callable[[object], bool]
Properties = Mapping[str, Holds | frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """What a node of one type may hold; a property holds a value or a node of a named type."""

    properties: Properties
    required: frozenset[str] = frozenset()
    parents: frozenset[str] = frozenset()


def of(names: str) -> frozenset[str]:
    return frozenset(names.split())


OUTLET = of("Organization NewsMediaOrganization")
HOUSE = of("NewsMediaOrganization")
WORK_TYPES = of(
    "Article BlogPosting Book Chapter CreativeWork Legislation Map NewsArticle Report"
    " ScholarlyArticle Thesis WebPage"
)
THING: Properties = {"name": is_text, "url": is_url}
ORGANIZATION: Properties = {
    **THING,
    "description": is_text,
    "foundingDate": is_date,
    "knowsLanguage": is_language,
    "location": of("Place"),
    "logo": of("ImageObject"),
    "ownershipFundingInfo": is_text,
}
POLICIES: Properties = dict.fromkeys(
    "actionableFeedbackPolicy correctionsPolicy diversityPolicy diversityStaffingReport"
    " ethicsPolicy masthead missionCoveragePrioritiesPolicy noBylinesPolicy publishingPrinciples"
    " unnamedSourcesPolicy verificationFactCheckingPolicy".split(),
    is_url,
)
WORK: Properties = {
    **THING,
    "archivedAt": is_url,
    "author": of("Person"),
    "datePublished": is_date,
    "inLanguage": is_language,
    "publisher": OUTLET,
}
PAGE: Properties = {
    **THING,
    "about": OUTLET,
    "breadcrumb": of("BreadcrumbList"),
    "description": is_text,
    "inLanguage": is_language,
    "isPartOf": of("WebSite"),
}
TEXT: Properties = {
    "author": of("Person"),
    "citation": WORK_TYPES,
    "correction": of("CorrectionComment"),
    "dateModified": is_moment,
    "datePublished": is_moment,
    "description": is_text,
    "hasPart": of("Quotation"),
    "inLanguage": is_language,
    "isPartOf": of("WebSite"),
    "license": is_url,
    "publisher": HOUSE,
    "translationOfWork": WORK_TYPES,
    "translator": of("Person"),
    "workTranslation": of("CreativeWork"),
}

TYPES: dict[str, Type] = {
    "OpinionNewsArticle": Type(
        properties={
            **TEXT,
            "articleSection": is_text,
            "author": of("Person") | OUTLET,
            "editor": of("Person"),
            "headline": is_plain,
            "image": of("ImageObject"),
            "isAccessibleForFree": is_true,
            "isBasedOn": WORK_TYPES,
            "keywords": is_text,
            "mainEntityOfPage": of("WebPage"),
            "url": is_url,
            "wordCount": is_count,
        },
        required=of(
            "dateModified datePublished headline inLanguage isAccessibleForFree isPartOf"
            " mainEntityOfPage publisher url"
        ),
        parents=of("Article CreativeWork NewsArticle"),
    ),
    "Quotation": Type(
        properties={
            "creator": of("Person"),
            "inLanguage": is_language,
            "isBasedOn": WORK_TYPES,
            "text": is_text,
            "translationOfWork": of("Quotation"),
            "translator": of("Person"),
        },
        required=of("text inLanguage"),
    ),
    "CorrectionComment": Type(
        properties={"text": is_text, "datePublished": is_date},
        required=of("text datePublished"),
    ),
    "Person": Type(
        properties={
            **THING,
            "alternateName": is_text,
            "description": is_text,
            "image": of("ImageObject"),
            "jobTitle": is_text,
            "sameAs": is_url,
            "worksFor": HOUSE,
        },
        required=of("name"),
    ),
    "Organization": Type(properties=ORGANIZATION, required=of("name")),
    "NewsMediaOrganization": Type(
        properties={**ORGANIZATION, **POLICIES, "slogan": is_text},
        required=of("name"),
        parents=of("Organization"),
    ),
    "WebSite": Type(
        properties={
            **THING,
            "description": is_text,
            "inLanguage": is_language,
            "publisher": HOUSE,
        },
        required=of("name url"),
    ),
    "WebPage": Type(
        # A page of the house, or a cited one.
        properties={
            **WORK,
            **PAGE,
            **TEXT,
            "datePublished": is_date_or_moment,
            "publisher": OUTLET,
        },
        parents=of("CreativeWork"),
    ),
    **dict.fromkeys(
        ("AboutPage", "ContactPage"),
        Type(
            properties={**PAGE, **TEXT},
            required=of("name url inLanguage isPartOf breadcrumb"),
            parents=of("WebPage"),
        ),
    ),
    "CollectionPage": Type(
        properties=PAGE,
        required=of("name url inLanguage isPartOf breadcrumb"),
        parents=of("WebPage"),
    ),
    "ProfilePage": Type(
        properties={**PAGE, "mainEntity": of("Person")},
        required=of("name url inLanguage isPartOf breadcrumb mainEntity"),
        parents=of("WebPage"),
    ),
    "BreadcrumbList": Type(
        properties={"itemListElement": of("ListItem")}, required=of("itemListElement")
    ),
    "ListItem": Type(
        properties={"position": is_count, "name": is_text, "item": is_url},
        required=of("position name item"),
    ),
    "Place": Type(properties={"address": of("PostalAddress")}, required=of("address")),
    "PostalAddress": Type(properties={"addressCountry": is_text, "addressLocality": is_text}),
    "ImageObject": Type(
        properties={
            "caption": is_text,
            "creditText": is_text,
            "height": is_count,
            "url": is_url,
            "width": is_count,
        },
        required=of("url"),
    ),
    **dict.fromkeys(WORK_TYPES - {"WebPage"}, Type(properties=WORK, parents=of("CreativeWork"))),
}
