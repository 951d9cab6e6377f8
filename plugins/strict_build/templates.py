"""Templates that are compiled once, and not in every build."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from files import why_unusable


class _Compiled(FileSystemBytecodeCache):
    """Keeps what can be kept: a disk may be full before the build is done."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(cache: Path) -> BytecodeCache | None:
    """Return the compiled templates kept below *cache*, or None where it cannot be written to.

    Each is kept with a checksum of its text; another version of Jinja has a folder of its own.
    """
    folder = cache / f"templates-{jinja2.__version__}"
    return None if why_unusable(folder) else _Compiled(str(folder))
