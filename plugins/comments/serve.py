"""A comment server beside the local site: ``python -m comments.serve``."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from comments import adapters
from comments.model import SettingError
from comments.urls import base_url, same_machine

HOST = "127.0.0.1"
INSTALL = "run make test once, or pip install -r requirements/dev.txt"


def main(arguments: Sequence[str] | None = None) -> None:
    """Serve comments until Ctrl-C."""
    options = _options(arguments)
    try:
        origins = same_machine(base_url(options.site, what="--site"))
    except SettingError as error:
        sys.exit(str(error))
    folder = _folder(options.data)
    local = _module(f"{adapters.__name__}.{options.provider}.server")
    waitress = _module("waitress")
    endpoint = f"http://localhost:{options.port}"
    application = local.application(folder, endpoint=endpoint, origins=origins)
    try:
        server = waitress.create_server(application, host=HOST, port=options.port)
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
            raise
        sys.exit(f"port {options.port} is taken: stop what uses it, or choose another with --port")
    sys.stdout.write(
        f"Comments listen at {endpoint}; Ctrl-C stops them.\n"
        f"They come from pages at {' and '.join(origins)}.\n"
        f"They are kept in {local.database(folder)}.\n"
    )
    sys.stdout.flush()
    server.run()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    embedded = [name for name in adapters.providers() if _has_server(name)]
    parser = argparse.ArgumentParser(prog="python -m comments.serve", description=__doc__)
    parser.add_argument("--provider", choices=embedded, default=embedded[0])
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--site", default="http://localhost:8000", help="where the site is")
    parser.add_argument("--data", type=Path, default=Path(".comments"), help="where they are kept")
    return parser.parse_args(arguments)


def _has_server(provider: str) -> bool:
    return find_spec(f"{adapters.__name__}.{provider}.server") is not None


def _folder(path: Path) -> Path:
    """Return *path* as a folder that can be written to."""
    folder = path.resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        sys.exit(f"cannot write to {folder} ({error.strerror}): choose another folder with --data")
    return folder


def _module(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        sys.exit(f"{error.name} is not installed: {INSTALL}")


if __name__ == "__main__":
    main()
