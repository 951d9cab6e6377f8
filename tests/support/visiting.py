"""What a browser asks for when it opens a page for the first time, and what it then does."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, Route

from tests.support.browsing import LOCAL

WATCH = """
  window.seen = {shift: 0, violations: []};
  new PerformanceObserver(list => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) seen.shift += each.value;
  }).observe({type: "layout-shift", buffered: true});
  addEventListener("securitypolicyviolation", ({effectiveDirective, blockedURI, sample}) =>
    seen.violations.push(`${effectiveDirective}: ${blockedURI} ${sample}`));
"""
# To the end and back, so that pictures which wait for their place are fetched.
SCROLL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let at = 0; at <= document.documentElement.scrollHeight; at += innerHeight) {
    scrollTo(0, at);
    await frame();
  }
  await Promise.all([...document.images].map(each => each.decode().catch(() => {})));
  // What moves is told some frames later.
  await new Promise(done => setTimeout(done, 150));
  await frame();
}"""


# Once what a page does as it comes into view has begun: the next frame is drawn behind it.
SETTLED = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What was asked for: its address, its kind, and its size as it came, in bytes."""

    url: str
    kind: str
    size: int

    @property
    def is_icon(self) -> bool:
        return self.kind == "other" and self.url.endswith((".ico", ".png", ".svg"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A first visit. *shift* is the layout shift (Layout Instability API), without a unit."""

    fetched: tuple[Fetched, ...]
    shift: float
    violations: tuple[str, ...]
    errors: tuple[str, ...]

    @property
    def before_pictures(self) -> tuple[Fetched, ...]:
        return tuple(each for each in self.fetched if each.kind != "image" and not each.is_icon)

    @property
    def size(self) -> int:
        """Bytes, compressed, before pictures."""
        return sum(each.size for each in self.before_pictures)

    @property
    def elsewhere(self) -> list[str]:
        return [each.url for each in self.fetched if urlsplit(each.url).hostname not in LOCAL]


def open_without(page: Page, late: str, url: str) -> None:
    """Open *url*, and let what *late* matches come only when the page has long been laid out."""
    held: list[Route] = []
    holding = True

    def hold(route: Route) -> None:
        if holding:
            held.append(route)
        else:
            route.continue_()

    page.route(late, hold)
    page.goto(url, wait_until="commit")
    page.locator("footer").last.wait_for()
    page.evaluate(SETTLED)
    assert held, f"{url} asks for no {late}"
    holding = False
    for route in held:
        route.continue_()
    page.wait_for_load_state()


def visit(browser: Browser, url: str, *, width: int = 1280) -> Visit:
    """Open *url* with nothing kept from before, and read to the end."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    requests: list[Request] = []
    errors: list[str] = []
    page.on("requestfinished", lambda request: requests.append(request))
    page.on("requestfailed", lambda request: requests.append(request))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url)
    page.evaluate(SCROLL)
    seen = page.evaluate("seen")
    fetched = tuple(
        Fetched(
            url=request.url,
            kind=request.resource_type,
            size=request.sizes()["responseBodySize"] if request.failure is None else 0,
        )
        for request in requests
    )
    context.close()
    return Visit(
        fetched=fetched,
        shift=seen["shift"],
        violations=tuple(seen["violations"]),
        errors=tuple(errors),
    )
