"""Drawings: what only draws goes out, cleaned; what runs or fetches is refused."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from images.drawing import read_drawing
from images.model import ImageError
from tests.images.support import article, write
from tests.support.building import build_site

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SHEET = '<?xml-stylesheet href="javascript:alert(1)"?>'
XHTML = 'xmlns:h="http://www.w3.org/1999/xhtml"'
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script-elsewhere": '<script href="https://evil.example/x.js"/>',
    "script-of-another-name": f"<h:script {XHTML}>alert(1)</h:script>",
    "script-in-capitals": "<SCRIPT>alert(1)</SCRIPT>",
    "script-in-cdata": "<script><![CDATA[alert(1)]]></script>",
    "script-in-metadata-beside": "<desc><script>alert(1)</script></desc>",
    "foreign-object": f"<foreignObject><h:body {XHTML} onload='alert(1)'/></foreignObject>",
    "event": '<path onclick="alert(1)"/>',
    "event-in-capitals": '<path ONCLICK="alert(1)"/>',
    "event-of-animation": '<animate onbegin="alert(1)" attributeName="x" dur="1s"/>',
    "handler": '<handler type="application/ecmascript">alert(1)</handler>',
    "listener": '<listener event="click" handler="#x"/>',
    "iframe": f'<h:iframe {XHTML} src="https://evil.example"/>',
    "unknown": "<discard/>",
    "link": '<a href="javascript:alert(1)"><path/></a>',
    "link-xlink": '<a xlink:href="javascript:alert(1)"><path/></a>',
    "link-tab": '<a href="java&#9;script:alert(1)"><path/></a>',
    "link-newline": '<a href="java&#10;script:alert(1)"><path/></a>',
    "link-before": '<a href="&#32;&#9;javascript:alert(1)"><path/></a>',
    "link-capitals": '<a href="JaVaScRiPt:alert(1)"><path/></a>',
    "link-entity": '<a href="&#106;avascript&#58;alert(1)"><path/></a>',
    "link-vbscript": '<a href="vbscript:msgbox(1)"><path/></a>',
    "link-data": '<a href="data:text/html;base64,PHNjcmlwdD4="><path/></a>',
    "link-data-drawing": '<a href="data:image/svg+xml,%3Csvg/%3E"><path/></a>',
    "link-feed": '<a href="feed:javascript:alert(1)"><path/></a>',
    "use-data": '<use href="data:image/svg+xml;base64,PHN2Zz4=#x"/>',
    "use-elsewhere": '<use xlink:href="https://evil.example/x.svg#x"/>',
    "use-beside": '<use href="other.svg#x"/>',
    "image-elsewhere": '<image href="https://evil.example/x.png"/>',
    "image-no-scheme": '<image href="//evil.example/x.png"/>',
    "image-drawing": '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    "fe-image": '<filter><feImage href="https://evil.example/x.png"/></filter>',
    "text-path": '<text><textPath href="https://evil.example/x.svg#x"/></text>',
    "gradient": '<linearGradient href="https://evil.example/x.svg#x"/>',
    "set-href": '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
    "animate-href": '<a><animate attributeName="href" values="javascript:alert(1);x"/></a>',
    "animate-xlink": '<a><animate attributeName="xlink:href" from="javascript:alert(1)"/></a>',
    "animate-prefix": '<a><animate attributeName="x:href" values="javascript:alert(1)"/></a>',
    "animate-event": '<set attributeName="onclick" to="alert(1)"/>',
    "animate-style": '<set attributeName="style" to="fill: url(https://evil.example)"/>',
    "animate-fill": '<set attributeName="fill" to="url(https://evil.example)"/>',
    "fill": '<path fill="url(https://evil.example/x)"/>',
    "fill-escaped": '<path fill="\\75rl(https://evil.example/x)"/>',
    "filter": "<path filter=\"url('https://evil.example/x#y')\"/>",
    "fill-then": '<path fill="url(#a) url(https://evil.example/x)"/>',
    "style": '<path style="fill: url(https://evil.example/x)"/>',
    "style-space": "<path style=\"fill: url( 'https://evil.example/x' )\"/>",
    "style-comment": '<path style="fill: url(/**/https://evil.example/x)"/>',
    "style-escape": '<path style="fill: \\75rl(https://evil.example/x)"/>',
    "style-escape-space": '<path style="fill: u\\72 l(https://evil.example/x)"/>',
    "style-image-set": "<path style='background: image-set(\"https://evil.example\" 1x)'/>",
    "style-src": "<path style='background: src(\"https://evil.example\")'/>",
    "style-expression": '<path style="width: expression(alert(1))"/>',
    "style-binding": '<path style="-moz-binding: url(https://evil.example/x.xml#x)"/>',
    "sheet": "<style>path { fill: url(https://evil.example/x) }</style>",
    "sheet-import": "<style>@import 'https://evil.example/x.css';</style>",
    "sheet-import-escaped": "<style>@\\69mport 'https://evil.example/x.css';</style>",
    "sheet-import-comment": "<style>@/**/import '//evil.example';@import '//evil.example';</style>",
    "sheet-import-cdata": "<style><![CDATA[@import 'https://evil.example/x.css';]]></style>",
    "sheet-font": "<style>@font-face { font-family: x; src: url(//evil.example) }</style>",
    "sheet-font-second": "<style>@font-face { src: url(data:font/x;base64,A),url(//e) }</style>",
    "sheet-font-data": "<style>@font-face { src: url('data:image/svg+xml;base64,AA') }</style>",
    "sheet-font-html": "<style>p { fill: url(data:text/html;base64,AA) }</style>",
    "sheet-unclosed": "<style>a { fill: red /* url(//evil.example)</style>",
}


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_runs_or_fetches_is_refused(inside: str) -> None:
    with pytest.raises(ImageError, match="would run or fetch something") as error:
        read_drawing(f"{OPEN} viewBox='0 0 9 9'>{inside}</svg>".encode(), "a.svg")

    assert error.value.code == "image-live"


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<style>@font-face { src: url(//evil.example) }</style>", "style: url()); take fonts"),
        ("<style>@import 'x.css';</style>", "style: @import"),
        ("<foreignObject/>", "foreignObject); turn off formatted text"),
    ],
)
def test_it_is_told_what_to_do_about_what_is_refused(inside: str, told: str) -> None:
    with pytest.raises(ImageError, match=re.escape(told)):
        read_drawing(f"{OPEN} viewBox='0 0 9 9'>{inside}</svg>".encode(), "a.svg")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32", "utf-7"])
def test_no_encoding_hides_what_runs(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = f"{head}{OPEN} viewBox='0 0 9 9'><script>alert(1)</script></svg>"

    with pytest.raises(ImageError):
        read_drawing(text.encode(encoding), "a.svg")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_encoding(encoding: str) -> None:
    declared = '<!DOCTYPE svg [<!ENTITY x "javascript:alert(1)">]>'
    text = f"{declared}{OPEN} viewBox='0 0 9 9'><a href='&x;'/></svg>"

    with pytest.raises(ImageError, match="defines entities"):
        read_drawing(text.encode(encoding), "a.svg")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{SHEET}{OPEN} viewBox='0 0 9 9'/>", id="stylesheet"),
        pytest.param(f"{OPEN} viewBox='0 0 9 9'/>{SHEET}", id="stylesheet-after"),
        pytest.param(f"{OPEN} viewBox='0 0 9 9'>{SHEET}</svg>", id="stylesheet-inside"),
        pytest.param(f"<!--javascript:-->{OPEN} viewBox='0 0 9 9'/>", id="comment"),
        pytest.param(
            f"{OPEN} viewBox='0 0 9 9' xml:base='javascript:alert(1)'><use href='#x'/></svg>",
            id="base",
        ),
        pytest.param(
            f"{OPEN} viewBox='0 0 9 9' xmlns:e='urn:e' e:onload='javascript:alert(1)'/>",
            id="event-of-another",
        ),
        pytest.param(f"{OPEN} viewBox='0 0 9 9' ping='javascript:x'/>", id="unknown-attribute"),
    ],
)
def test_what_is_not_drawn_is_left_out(text: str) -> None:
    assert b"javascript" not in read_drawing(text.encode(), "a.svg").text


def test_a_drawing_with_a_null_is_damaged() -> None:
    with pytest.raises(ImageError, match="damaged"):
        read_drawing(f"{OPEN} viewBox='0 0 9 9'><scr\0ipt/></svg>".encode(), "a.svg")


INKSCAPE = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape -->
{OPEN} width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
  inkscape:version="1.2" sodipodi:docname="/home/nino/river.svg">
<sodipodi:namedview id="v" pagecolor="#ffffff"/>
<defs><linearGradient id="a" inkscape:collect="always"><stop style="stop-color:#000;stop-opacity:1"
  offset="0"/></linearGradient><linearGradient id="b" xlink:href="#a" gradientUnits="userSpaceOnUse"
  gradientTransform="matrix(1,0,0,1,3,4)" x1="0" y1="0" x2="9" y2="9"/>
<filter id="f" style="color-interpolation-filters:sRGB"><feGaussianBlur stdDeviation="2"/></filter>
<clipPath clipPathUnits="userSpaceOnUse" id="c"><path d="M0 0h9v9z"/></clipPath></defs>
<g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" clip-path="url(#c)">
<path style="fill:url(#b);fill-opacity:1;stroke:none;-inkscape-stroke:none;filter:url(#f)"
  d="M 1,2 C 3,4 5,6 7,8 Z" id="p" sodipodi:nodetypes="ccc"/>
<text xml:space="preserve" style="font-size:4px;font-family:'DejaVu Sans';line-height:1.25" x="1"
  y="2"><tspan sodipodi:role="line" id="t" x="1" y="2">Kura</tspan></text></g>
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata></svg>"""
ILLUSTRATOR = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 25.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{OPEN} version="1.1" id="Layer_1" x="0px" y="0px" viewBox="0 0 100 100"
  style="enable-background:new 0 0 100 100;" xml:space="preserve">
<style type="text/css"><![CDATA[
 .st0{{fill:#FFFFFF;stroke:#1D1D1B;stroke-miterlimit:10;}} .st1{{fill:url(#SVGID_1_);}}
 .st2{{clip-path:url(#SVGID_2_);mix-blend-mode:multiply;}} /* a comment */ ]]></style>
<g id="Layer_2" data-name="Layer 2"><radialGradient id="SVGID_1_" cx="5" cy="5" r="5"
 gradientTransform="matrix(1 0 0 -1 0 752)"><stop offset="0" style="stop-color:#FFF"/>
</radialGradient><rect class="st0 st1" width="9" height="9"/></g>
<image overflow="visible" width="1" height="1" xlink:href="data:image/png;base64,iVBORw0KGgo=
" transform="matrix(0.24 0 0 0.24 1 1)"/></svg>"""
FIGMA = f"""{OPEN} width="24" height="24" viewBox="0 0 24 24" fill="none">
<g clip-path="url(#clip0_1_2)" filter="url(#filter0_d)"><mask id="m" style="mask-type:alpha"
 maskUnits="userSpaceOnUse" x="0" y="0" width="9" height="9"><path fill-rule="evenodd"
 clip-rule="evenodd" d="M12 2Z" fill="#D9D9D9"/></mask><rect x="1" width="22" height="22" rx="4"
 fill="url(#paint0_linear)" mask="url(#m)"/></g><defs><filter id="filter0_d" x="0" y="0" width="9"
 height="9" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood
 flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" type="matrix"
 values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0"/><feOffset dy="4"/><feBlend mode="normal"
 in2="BackgroundImageFix" result="e"/></filter><linearGradient id="paint0_linear" x1="1" y1="2"
 x2="3" y2="4" gradientUnits="userSpaceOnUse"><stop stop-color="white"/><stop offset="1"
 stop-color="rgba(0, 0, 0, 0.5)" stop-opacity="0"/></linearGradient></defs></svg>"""
MATPLOTLIB = f"""<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{OPEN} width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6" version="1.1">
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
<defs><style type="text/css">*{{stroke-linejoin: round; stroke-linecap: butt}}</style></defs>
<g id="figure_1"><g id="patch_1"><path d="M 0 345.6 L 460.8 0 z" style="fill: #ffffff"/></g>
<g id="tick"><defs><path id="m1" d="M 0 0 L 0 3.5" style="stroke: #000000; stroke-width: 0.8"/>
</defs><g><use xlink:href="#m1" x="73" y="307" style="stroke: #000000"/></g>
<g clip-path="url(#p0123456789)"/><g transform="translate(73.8 322) scale(0.1 -0.1)"/></g></g>
<defs><clipPath id="p0123456789"><rect x="57" y="41" width="357" height="266"/></clipPath></defs>
</svg>"""
GRAPHVIZ = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{OPEN} width="89pt" height="116pt" viewBox="0.00 0.00 89.00 116.00"><g id="graph0" class="graph"
 transform="scale(1 1) rotate(0) translate(4 112)"><title>G</title><polygon fill="white"
 stroke="transparent" points="-4,4 -4,-112 85,-112 85,4 -4,4"/><g id="node1" class="node">
<title>a&#45;&gt;b</title><g id="a_node1"><a xlink:href="https://kura.example/a" xlink:title="a"
 target="_top"><ellipse fill="none" stroke="black" cx="27" cy="-90" rx="27" ry="18"/>
<text text-anchor="middle" x="27" y="-86.3" font-family="Times,serif" font-size="14.00">a</text>
</a></g></g></g></svg>"""
SPINNER = f"""{OPEN} viewBox="0 0 9 9" role="img" aria-label="Wait (a little)"><style>
@media (prefers-color-scheme: dark) and (min-width: 3em) {{ circle {{ stroke: hsl(3 4% 5%) }} }}
g:not(:first-child) {{ transform: rotate(calc(1turn / 4)); fill: var(--ink) }}</style>
<circle cx="4" cy="4" r="3"><animateTransform attributeName="transform" type="rotate"
 from="0 4 4" to="360 4 4" dur="1s" begin="0s; x.click" repeatCount="indefinite"/>
<animate attributeName="stroke-dashoffset" values="0;9" keyTimes="0;1"/></circle>
<a href="../a/#b"><path/></a><a href="mailto:nino@kura.example"><path/></a></svg>"""
EXCALIDRAW = f"""{OPEN} viewBox="0 0 9 9" width="9" height="9"><defs><style class="style-fonts">
@font-face {{ font-family: Virgil; src: url(data:font/woff2;base64,d09GMgABAAA=) format("woff2"); }}
@font-face {{ font-family: A; src: url("data:application/font-woff;charset=utf-8;base64,d09G"); }}
</style></defs><rect style="fill: light-dark(#fff, var(--ge-dark-color, #121212))"/></svg>"""
HONEST = {
    "excalidraw": (EXCALIDRAW, ["base64,d09GMgABAAA=", "light-dark(#fff"]),
    "inkscape": (INKSCAPE, ["fill:url(#b)", "Kura", "stdDeviation", 'xlink:href="#a"']),
    "illustrator": (ILLUSTRATOR, [".st1{fill:url(#SVGID_1_);}", "data:image/png", "enable-back"]),
    "figma": (FIGMA, ["mask-type:alpha", "feColorMatrix", "BackgroundImageFix"]),
    "matplotlib": (MATPLOTLIB, ["*{stroke-linejoin: round", "#m1", "url(#p0123456789)"]),
    "graphviz": (GRAPHVIZ, ["https://kura.example/a", "Times,serif", "a-&gt;b"]),
    "spinner": (SPINNER, ["@media", "Wait (a little)", "x.click", "../a/#b", "mailto:"]),
}


@pytest.mark.parametrize(("text", "kept"), HONEST.values(), ids=HONEST.keys())
def test_what_programs_for_drawing_write_goes_out_with_all_that_is_drawn(
    text: str, kept: list[str]
) -> None:
    drawing = read_drawing(text.encode(), "a.svg").text.decode()

    assert [each for each in kept if each not in drawing] == []
    assert not [
        each for each in ("nino/", "RDF", "<!--", "inkscape:", "data-name") if each in drawing
    ]


def test_a_compressed_drawing_is_an_error(tmp_path: Path) -> None:
    packed = gzip.compress(f"{OPEN}><script>alert(1)</script></svg>".encode())
    content = write(
        tmp_path / "content", {"articles/a.md": article("It flows."), "extra/a.svgz": packed}
    )

    done = build_site(content, tmp_path / "output")

    assert done.codes() == ["image-format"]
    assert not done.output.exists()
