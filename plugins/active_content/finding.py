"""What in the HTML of a text would run, or act on the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from html5lib import HTMLParser
from html5lib.treebuilders import getTreeBuilder

# What may be allowed, and the elements that each is for.
KINDS: dict[str, frozenset[str]] = {
    "script": frozenset({"script", "template", "noscript"}),
    "frame": frozenset("object embed applet frame frameset portal fencedframe".split()),
    "form": frozenset({"form"}),
    "style": frozenset({"style"}),
    "head": frozenset({"base", "meta", "link"}),
}
URLS = frozenset(
    """
    action background cite classid codebase data dynsrc formaction href icon longdesc lowsrc
    manifest ping poster profile src srcset usemap xlink:href
    """.split()
)
# Elements, attributes and addresses of what is written in Markdown; whatever begins as another
# tag has the HTML looked at closely.
_USUAL = "|".join(
    """
    a abbr aside b blockquote br caption cite code dd del details div dl dt em figcaption figure
    h[1-6] hr i img ins kbd li mark ol p picture pre q s small source span strong sub summary sup
    table tbody td tfoot th thead time tr u ul var wbr
    """.split()
)
_UNUSUAL = re.compile(
    rf"""
    < (?! /? (?:{_USUAL})
        (?: \s+ (?:
            (?! on | (?:{"|".join(URLS)}) [\s=] | srcdoc ) [a-z0-9-]+ (?: ="[^"]*" )?
            | (?:href|src|cite)=" (?: https?:// | mailto: | tel: | [#/{{|.] | [\w%-]+ [./?#"] )
              (?: [^"&\x00-\x20] | &amp; )* "
        ) )* \s* /? > )
    [a-z!?/]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
RUNNING = frozenset("javascript vbscript livescript mocha blob filesystem feed view-source".split())
_PIXELS = re.compile(r"image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
# As browsers do (URL Standard, section 4.4).
_AROUND = "".join(map(chr, range(0x21)))
_LEFT_OUT = str.maketrans("", "", "\t\n\r")
# In a page, what follows would end a tag that is left open, within marks or not.
CLOSING = "\n\">\n'>\n"
ANIMATING = frozenset("set animate animatetransform animatemotion animatecolor".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Active:
    """One such thing: its *kind*, one of `KINDS`; what it is in words, and how it is spelt."""

    kind: str
    told: str
    spelt: tuple[str, ...]


def find_active(html: str) -> Iterator[Active]:
    """Yield what in *html*, the body of a page or a part of it, is more than text."""
    if _UNUSUAL.search(html):
        parser = HTMLParser(tree=getTreeBuilder("etree"), namespaceHTMLElements=False)
        # A page is read with scripts: without them, they would be in other places.
        found = parser.parseFragment(html + CLOSING, container="div", scripting=True)
        for element in found.iter():
            yield from _of_element(element)


def _of_element(element: Any) -> Iterator[Active]:
    if not isinstance(element.tag, str):
        return
    name = element.tag.rpartition("}")[2].lower()
    for kind, names in KINDS.items():
        if name in names:
            yield Active(kind=kind, told=f"<{name}>", spelt=(f"<{name}", name))
    for qualified, value in element.attrib.items():
        attribute = _attribute(qualified)
        if found := _of_attribute(name, attribute, value):
            spelt = (value[:30], f"{attribute}=", attribute)
            yield Active(kind=found[0], told=found[1], spelt=spelt)


def _attribute(qualified: str) -> str:
    space, _, name = qualified.rpartition("}")
    return f"{'xlink:' if space.endswith('xlink') else ''}{name}".lower()


def _of_attribute(element: str, name: str, value: str) -> tuple[str, str] | None:
    if name.rpartition(":")[2].startswith("on"):
        return "script", f"{name}=…"
    if name == "srcdoc":
        return "frame", f"{name}=…"
    if name == "formaction":
        return "form", f"{name}=…"
    animated = value.strip().lower()
    if element in ANIMATING and name == "attributename" and animated.endswith("href"):
        return "script", f"<{element}> of {animated}"
    if name in URLS and (scheme := _running(value)):
        return "script", f"{name}={scheme}:…"
    return None


def _running(url: str) -> str | None:
    """Return the scheme of *url* where what it names would run in the page."""
    parted = _SCHEME.match(url.strip(_AROUND).translate(_LEFT_OUT))
    scheme = parted["scheme"].lower() if parted else ""
    if scheme in RUNNING or (scheme == "data" and parted and not _PIXELS.match(parted["rest"])):
        return scheme
    return None
