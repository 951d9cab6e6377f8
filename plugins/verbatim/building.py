"""Pelican's settings for every publication: ``from verbatim.building import *``.

Whatever a publication states after that goes before what stands here.
"""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import StrictUndefined
from markdown.extensions.toc import slugify_unicode

_SOFTWARE = Path(__file__).parents[2]

# --- What a publication may leave unsaid ------------------------------------------------
SITEURL = ""
PROMISE = LICENSE = ""
COMMENTS: dict[str, object] = {"provider": "none"}
# A preview asks search engines not to come in.
PREVIEW = bool(os.environ.get("PREVIEW"))

# --- Where things are; paths are seen from the publication's pelicanconf.py ---------------
PATH = "content"
ARTICLE_PATHS = [""]
ARTICLE_EXCLUDES = ["pages", "authors", "sources", "citations", "images", "extra"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images", "extra"]
IGNORE_FILES = [".#*"]  # Emacs leaves these beside what is being changed
EXTRA_PATH_METADATA: dict[str, dict[str, str]] = {}
# plugins/settings puts LANGUAGES in the place of {languages}.
FILENAME_METADATA = (
    r"(?:(?P<date>\d{4}-\d{2}-\d{2})[-_])?(?P<slug>.+?)(?:\.(?P<lang>{languages}))?$"
)
WITH_FUTURE_DATES = False
CACHE_PATH = ".cache"

ARTICLE_URL, ARTICLE_SAVE_AS = "{slug}/", "{slug}/index.html"
ARTICLE_LANG_URL, ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/", "{lang}/{slug}/index.html"
DRAFT_URL, DRAFT_SAVE_AS = "drafts/{slug}/", "drafts/{slug}/index.html"
DRAFT_LANG_URL, DRAFT_LANG_SAVE_AS = "drafts/{lang}/{slug}/", "drafts/{lang}/{slug}/index.html"
PAGE_URL, PAGE_SAVE_AS = "{slug}/", "{slug}/index.html"
PAGE_LANG_URL, PAGE_LANG_SAVE_AS = "{lang}/{slug}/", "{lang}/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "sections/{slug}/", "sections/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "authors/{slug}/", "authors/{slug}/index.html"
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archive/", "archive/index.html"
CATEGORIES_URL, CATEGORIES_SAVE_AS = "sections/", "sections/index.html"
TAGS_URL, TAGS_SAVE_AS = "tags/", "tags/index.html"
AUTHORS_URL, AUTHORS_SAVE_AS = "authors/", "authors/index.html"
# Lists are written for each language, by plugins/languages; sources by plugins/record.
DIRECT_TEMPLATES = ["404"]
PAGINATED_TEMPLATES = {
    "index": 20,
    "archives": 200,
    "category": 20,
    "tag": 20,
    "author": 20,
    "source": 20,
    "sources": 40,
}
DEFAULT_PAGINATION = 20
# Pelican's own pattern lets page 2 of the tag “u1” overwrite page 1 of “u12”.
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)


def section_id(heading: str, separator: str) -> str:
    """Return the id of a section of a text, which no part of the page around it has."""
    return f"on{separator}{slugify_unicode(heading, separator)}"


# --- What it is built with ----------------------------------------------------------------
PELICAN_CLASS = "strict_build.StrictPelican"
PLUGIN_PATHS = [str(_SOFTWARE / "plugins")]
PLUGINS = [
    "settings",
    "metadata",
    "quotations",
    "active_content",
    "images",
    "record",
    "structured_data",
    "feeds",
    "languages",
    "read_on",
    "sharing",
    "comments",
    "search",
    "assets",
    "sitemaps",
    "site_check",  # the last: it reads what the others wrote
]
THEME = str(_SOFTWARE / "theme")
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
MARKDOWN = {
    # fast_markdown changes the time that is taken, and nothing else.
    "extensions": ["markdown.extensions.extra", "markdown.extensions.toc", "fast_markdown"],
    # Each section of a text has an address, and [TOC] lists them.
    "extension_configs": {
        "markdown.extensions.meta": {},
        "markdown.extensions.toc": {"slugify": section_id},
    },
    "output_format": "html5",
}
# text, json or github: how problems are printed.
PROBLEM_FORMAT = "text"
# Whether to read and check everything, and write nothing.
VERIFY_ONLY = False
# Whether to read what was built, and tell what is wrong with it: `inv check`.
CHECK_SITE = False
# Whether the front page lists drafts, for the eyes of their authors.
SHOW_DRAFTS = False

# Feeds need an absolute SITEURL: verbatim.publishing has them.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
# Each piece is there in full: thirty of 900 words are about half a megabyte.
FEED_MAX_ITEMS = 30
