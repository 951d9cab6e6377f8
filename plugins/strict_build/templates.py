"""Templates that are compiled once, and not in every build."""

from __future__ import annotations

from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache


def compiled_templates(cache: Path) -> BytecodeCache | None:
    """Return the compiled templates kept below *cache*, or None where it cannot be written to.

    Each is kept with a checksum of its text; another version of Jinja has a folder of its own.
    """
    folder = cache / f"templates-{jinja2.__version__}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))
