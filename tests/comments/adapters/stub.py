"""The services at their own addresses, as they are documented, and the site beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Route

from comments.model import Service, Thread
from comments.policy import policy
from comments.settings import read_service
from languages import Translator
from tests.comments.support import ASSETS, PAGE, THEME, render

SITE = "https://kura.example"
TALK = "https://talk.kura.example"
ID = "/first-address/"
SERVICES = Path(__file__).parent / "services"

SETTINGS: dict[str, dict[str, object]] = {
    "artalk": {"url": TALK, "site": "The Kelp Review"},
    "comentario": {"url": TALK},
    "disqus": {"shortname": "kura-review"},
    "giscus": {
        "repo": "kura/comments",
        "repo_id": "R_kgDOExample",
        "category": "Comments",
        "category_id": "DIC_kwDOExample",
    },
    "hyvor": {"website_id": 1234},
    "remark42": {"url": TALK, "site_id": "kura", "base": SITE},
}
PRIVACY = "Comments are kept on our own server."
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8"}


def service(name: str, **more: object) -> Service:
    """Return the service as a site at SITE uses it."""
    setting = {"provider": name, "privacy": PRIVACY, **SETTINGS[name], **more}
    found, problems = read_service(setting, siteurl=SITE)
    assert problems == []
    assert found
    return found


def thread(name: str, *, language: str = "en", **more: object) -> Thread:
    return Thread(service=service(name, **more), id=ID, title="A jar", language=language)


def translator(language: str) -> Translator:
    catalogue = THEME / "translations" / f"{language}.po"
    return Translator(language, catalogue if catalogue.exists() else None)


@dataclass(kw_only=True)
class Stub:
    """Answers whatever a browser asks; *asked* is what it asked of others than the site.

    *before* is what it had asked before the click, *sources* where the page's own markup loaded
    from.
    """

    thread: Thread
    down: bool = False
    refusing: bool = False
    failing: bool = False
    asked: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        if f"{url.scheme}://{url.netloc}" == SITE:
            self._site(route, url.path)
            return
        self.asked.append(route.request.url)
        if self.down:
            route.abort("connectionrefused")
        elif self.refusing:
            _send(route, status=HTTPStatus.FORBIDDEN)
        else:
            self._service(route, url.path)

    def _site(self, route: Route, path: str) -> None:
        own = {f"/{asset.path}": asset.text for asset in ASSETS}
        if path in own:
            _send(route, own[path], kind=Path(path).suffix)
        elif path.endswith("/"):
            t = translator(self.thread.language)
            allowed = policy(self.thread.service)
            said = "; ".join(f"{name} {sources}" for name, sources in allowed.items())
            _send(route, render(self.thread, template=PAGE, t=t), kind=".html", policy=said)
        else:
            _send(route, status=HTTPStatus.NOT_FOUND)

    def _service(self, route: Route, path: str) -> None:
        if "/api/" in path:
            failed = self.failing and route.request.method == "POST"
            status = HTTPStatus.INTERNAL_SERVER_ERROR if failed else HTTPStatus.OK
            _send(route, "{}", status=status)
        elif path.endswith((".js", ".css")):
            kind = Path(path).suffix
            found = SERVICES / f"{self.thread.service.name}.js"
            _send(route, found.read_text(encoding="utf-8") if kind == ".js" else "", kind=kind)
        else:
            page = SERVICES / f"{self.thread.service.name}.html"
            _send(route, page.read_text(encoding="utf-8"), kind=".html")


def _send(
    route: Route,
    body: str = "",
    *,
    kind: str = "",
    status: HTTPStatus = HTTPStatus.OK,
    policy: str = "",
) -> None:
    headers = {
        "Access-Control-Allow-Origin": "*",
        "Content-Type": TYPES.get(kind, "application/json"),
    }
    if policy:
        headers["Content-Security-Policy"] = policy
    route.fulfill(status=status, headers=headers, body=body)
