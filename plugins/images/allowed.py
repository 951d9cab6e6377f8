"""What a drawing may hold: elements, attributes and values that only draw (SVG 2, CSS)."""

from __future__ import annotations

import re

ELEMENTS = frozenset(
    """
    svg g defs symbol use a switch view title desc metadata style
    path rect circle ellipse line polyline polygon image text tspan textPath
    linearGradient radialGradient stop pattern mask clipPath marker
    filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
    feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence
    animate animateMotion animateTransform mpath set
    """.split()
)
# What any element may say of how it is drawn; these may change with time as well.
DRAWN = frozenset(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-profile color-rendering cursor direction display
    dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color
    flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust
    font-stretch font-style font-variant font-variation-settings font-weight
    glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning
    letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask
    mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering
    solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align
    text-anchor text-decoration text-orientation text-overflow text-rendering transform
    transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing
    writing-mode
    cx cy d dx dy fr fx fy height offset pathLength points r rotate rx ry startOffset textLength
    viewBox width x x1 x2 y y1 y2 z
    amplitude azimuth baseFrequency bias diffuseConstant divisor elevation exponent in in2
    intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength limitingConeAngle mode numOctaves operator
    order pointsAtX pointsAtY pointsAtZ radius scale seed slope specularConstant
    specularExponent stdDeviation surfaceScale tableValues targetX targetY values
    """.split()
)
# What is text, and nothing else.
TEXT = frozenset("id class lang role tabindex target rel xlink:title xml:lang xml:space".split())
OTHER = frozenset(
    """
    accumulate additive attributeName attributeType baseProfile begin by calcMode
    clipPathUnits dur edgeMode end filterUnits fill from gradientTransform gradientUnits keyPoints
    keySplines keyTimes lengthAdjust markerHeight markerUnits markerWidth maskContentUnits
    maskUnits max media method min orient path patternContentUnits patternTransform patternUnits
    preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur
    requiredExtensions requiredFeatures restart result side spacing spreadMethod stitchTiles
    style systemLanguage to type version xChannelSelector yChannelSelector zoomAndPan
    xlink:actuate xlink:show xlink:type xlink:arcrole xlink:role
    """.split()
)
HREFS = frozenset({"href", "xlink:href"})
# What only computes a value or selects an element; what names a file is not among them.
FUNCTIONS = frozenset(
    """
    rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark calc min max clamp var env
    format matrix matrix3d perspective translate translatex translatey translatez translate3d scale
    scalex scaley scalez scale3d rotate rotatex rotatey rotatez rotate3d skew skewx skewy
    cubic-bezier steps circle ellipse inset polygon path blur brightness contrast drop-shadow
    grayscale hue-rotate invert opacity saturate sepia accumulate
    not is where has nth-child nth-last-child nth-of-type nth-last-of-type lang
    """.split()
)
AT_RULES = frozenset({"media", "keyframes", "-webkit-keyframes", "supports", "font-face"})

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A part of the drawing, or a font within it.
_OWN = re.compile(
    r"""url\(\s*(?P<quote>['"]?)
    (?:\#[\w.:-]+|data:(?:font|application)/[\w.+-]+(?:;charset=[\w-]+)?;base64,[\sA-Za-z0-9+/=]*)
    (?P=quote)\s*\)""",
    re.IGNORECASE | re.VERBOSE,
)
_CALL = re.compile(r"(?P<name>[\w-]*)\(")
_AT = re.compile(r"@(?P<name>[\w-]*)")
# A scheme ends with a colon; where none comes before the path, the link stays on the site.
_LINK = re.compile(r"(?:(?:https?|mailto):|[^\s:\\?#]*(?:[?#]|$))[^\s\\]*", re.IGNORECASE)
_PIXELS = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);base64,[\sA-Za-z0-9+/=]*")
_FRAGMENT = re.compile(r"#[^\s\\]*")


def leading_out(css: str) -> str:
    """Return what of *css*, a stylesheet or a value, may name something outside of its drawing."""
    # A comment parts what is before and after it; an escape may spell any of the names below.
    plain = _OWN.sub(" ", _COMMENT.sub(" ", css))
    if {"\\", "\0"} & set(css) or "/*" in plain:
        return "an escape, or an open comment"
    calls = {match["name"].lower() for match in _CALL.finditer(plain)} - {"", "and", "or", "only"}
    rules = {match["name"].lower() for match in _AT.finditer(plain)}
    found = [f"@{name}" for name in rules - AT_RULES] + [f"{name}()" for name in calls - FUNCTIONS]
    return min(found, default="")


def leads_well(element: str, href: str) -> bool:
    """Tell whether *element* may have *href*: a part of the drawing, pixels, or a link."""
    if element == "a":
        return bool(_LINK.fullmatch(href) or not href)
    pixels = element in {"image", "feImage"} and _PIXELS.fullmatch(href)
    return bool(pixels or _FRAGMENT.fullmatch(href) or not href)
