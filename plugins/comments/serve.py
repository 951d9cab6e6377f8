"""A comment server beside the local site."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from comments import adapters
from comments.settings import read_service
from comments.urls import base_url, same_machine

HOST = "127.0.0.1"
INSTALL = "run make test once, or pip install -r requirements/dev.txt"


class NotServedError(Exception):
    """The comment server cannot be started here; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mounted:
    """A comment server behind *path* of the local site, which keeps its comments in *database*."""

    path: str
    application: WSGIApplication
    database: Path


def mount(setting: object, *, site: str, folder: Path) -> Mounted | None:
    """Return the comment server that the setting COMMENTS puts behind a path of *site*.

    None where it puts it elsewhere, or cannot be read, which the build tells. Raises
    NotServedError.
    """
    service, _ = read_service(setting)
    path = str(getattr(service.provider, "url", "")) if service else ""
    if service is None or not path.startswith("/") or not _has_server(service.name):
        return None
    local = _module(f"{adapters.__name__}.{service.name}.server")
    kept = _folder(folder)
    application: WSGIApplication = local.application(
        kept, endpoint=site + path, origins=same_machine(site)
    )

    def behind_path(environ: WSGIEnvironment, respond: StartResponse) -> Iterable[bytes]:
        # How a server tells where it put an application (PEP 3333, "environ Variables").
        asked = environ["PATH_INFO"].removeprefix(path)
        return application({**environ, "SCRIPT_NAME": path, "PATH_INFO": asked}, respond)

    return Mounted(path=path, application=behind_path, database=local.database(kept))


def serve(provider: str, *, port: int, site: str, data: Path) -> None:
    """Serve comments until Ctrl-C. Raises NotServedError."""
    try:
        origins = same_machine(base_url(site))
    except ValueError as error:
        raise NotServedError(f"--site: {error}") from error
    folder = _folder(data)
    local = _module(f"{adapters.__name__}.{provider}.server")
    waitress = _module("waitress")
    endpoint = f"http://localhost:{port}"
    application = local.application(folder, endpoint=endpoint, origins=origins)
    try:
        server = waitress.create_server(application, host=HOST, port=port)
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
            raise
        message = f"port {port} is taken: stop what uses it, or choose another with --port"
        raise NotServedError(message) from error
    sys.stdout.write(
        f"Comments listen at {endpoint}; Ctrl-C stops them.\n"
        f"They come from pages at {' and '.join(origins)}.\n"
        f"They are kept in {local.database(folder)}.\n"
    )
    sys.stdout.flush()
    server.run()


def embedded() -> list[str]:
    """Return the services that can be started here."""
    return [name for name in adapters.providers() if _has_server(name)]


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
        message = f"cannot write to {folder} ({error.strerror}): choose another folder with --data"
        raise NotServedError(message) from error
    return folder


def _module(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise NotServedError(f"{error.name} is not installed; {INSTALL}") from error
