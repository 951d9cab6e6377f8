"""What differs for the published site."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *

SITEURL = os.environ.get("SITE_URL", "https://kurareview.example").rstrip("/")
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feeds/all.atom.xml"

# A comment service beside the published site; one on this machine would answer nobody else.
if "COMMENTS_URL" in os.environ:
    COMMENTS = {**COMMENTS, "url": os.environ["COMMENTS_URL"]}
else:
    COMMENTS = {"provider": "none"}
DELETE_OUTPUT_DIRECTORY = True
