"""What differs for the tests' publication where it is published."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *
from verbatim.publishing import published

globals().update(published(globals()))
