"""What differs for the published site."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *

SITEURL = PUBLISHED_AT
FEED_DOMAIN = SITEURL
# Feeds; those in RSS have the same names with RSS at their ends.
FEED_ALL_ATOM, FEED_ALL_JSON = "feeds/all.atom.xml", "feeds/all.json"
TRANSLATION_FEED_ATOM = "feeds/{lang}.atom.xml"
CATEGORY_FEED_ATOM = "feeds/sections/{slug}.atom.xml"
AUTHOR_FEED_ATOM = "feeds/authors/{slug}.atom.xml"
SOURCE_FEED_ATOM = "feeds/sources/{slug}.atom.xml"
# Each piece is there in full: thirty of 900 words are about half a megabyte.
FEED_MAX_ITEMS = 30

# The comment service of the published site: its address, or its path there, such as /isso.
# The web server before it reads which threads are open: deploy/isso.
if os.environ.get("COMMENTS_URL"):
    own = {"url": os.environ["COMMENTS_URL"], "open_threads": "open-threads.map"}
    COMMENTS = {**COMMENTS, **own}
else:
    COMMENTS = {"provider": "none"}
DELETE_OUTPUT_DIRECTORY = True
