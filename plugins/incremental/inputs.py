"""What texts and pages follow from beside the content: code, settings, templates, libraries."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from incremental.fingerprints import Fingerprints

# What says where a build goes and what is told of it, and not what it makes.
PLACES = frozenset(
    "OUTPUT_PATH CACHE_PATH DELETE_OUTPUT_DIRECTORY OUTPUT_RETENTION PORT BIND LOG_FILTER"
    " PROBLEM_FORMAT CHECK_SITE VERIFY_ONLY LOAD_CONTENT_CACHE CACHE_CONTENT".split()
)
COMPILED = "__pycache__"


def fingerprint_of(settings: Mapping[str, Any]) -> str:
    """Return what is different where any of these is.

    It is made of the settings, the files of plugins and of the theme's templates, those of all
    modules that came neither with Python nor with a library, and of which libraries there are.
    Raises UntraceableError where a setting is something that nobody can compare.
    """
    stated = {name: value for name, value in settings.items() if name not in PLACES}
    found = blake2b(Fingerprints().of(dict(sorted(stated.items()))), digest_size=16)
    found.update(sys.version.encode())
    for folder in sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}):
        found.update("\n".join(sorted(each.name for each in Path(folder).iterdir())).encode())
    for path in sorted({*_modules(), *_files(settings)}):
        found.update(str(path).encode() + b"\n" + path.read_bytes())
    return found.hexdigest()


def _files(settings: Mapping[str, Any]) -> Iterator[Path]:
    """Yield the files of plugins and templates."""
    overrides = map(Path, settings["THEME_TEMPLATES_OVERRIDES"])
    templates = Path(settings["THEME"], "templates")
    for folder in (*map(Path, settings["PLUGIN_PATHS"]), templates, *overrides):
        for path in folder.rglob("*"):
            if COMPILED not in path.parts and path.is_file():
                yield path.absolute()


def _modules() -> Iterator[Path]:
    own = [Path(path) for path in sysconfig.get_paths().values()]
    for module in list(sys.modules.values()):
        path = Path(getattr(module, "__file__", None) or "")
        if path.suffix == ".py" and not any(map(path.is_relative_to, own)) and path.is_file():
            yield path.absolute()
