"""What differs for the published site; its facts stand in pelicanconf.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *
from verbatim.publishing import published

# Its address, its feeds, and where its comments are kept: see plugins/verbatim.
globals().update(published(globals()))
# What is stated from here on holds for the published site alone.
