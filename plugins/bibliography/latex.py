r"""Text as BibTeX holds it: accents, quotation marks and dashes as LaTeX, or as they are.

What is written is UTF-8, as Zotero, biber and pandoc read it; only what LaTeX takes for a
command is spelled out.  `from_latex` gives back exactly what `to_latex` was given.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    SpecialsTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.latexwalker import (
    get_default_latex_context_db as get_default_walker_db,
)
from pylatexenc.macrospec import MacroSpec

# Balanced, as a brace with a backslash is not: BibTeX counts it all the same.
_SPELLED = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
}
_SPELLING = str.maketrans(_SPELLED)
_BACK = re.compile(r"\{?\\(textbackslash|textbraceleft|textbraceright)\}?|\\([#$%&_{}~^])(?:\{\})?")
_LIGATURE = re.compile(r"-(?=-)|`(?=`)|'(?=')|[!?](?=`)")
# Only what begins an entry would, at the start of a line.
_ENTRY_LIKE = re.compile(r"^(\s*)@", re.MULTILINE)
_SPECIAL = re.compile(r"[\\{}$%&#~^]|--|``|''|[!?]`")
_BARE = re.compile(r"(?<!\\)[%&#]")
_SCRIPT = re.compile(r"\$[_^](?:\{(?:\\textrm\{)?([\w+-]+)\}{1,2}|(\w))\$")

# What pylatexenc does not know.
_NAMED = dict(
    pair.split("=")
    for pair in (
        "textless=< textgreater=> textbar=| textunderscore=_ textasciicircum=^ slash=/"
        ' textbraceleft={ textbraceright=} textquotedbl=" guillemetleft=« guillemetright=»'
        " glqq=„ grqq=“ glq=‚ grq=‘ flqq=« frqq=» flq=‹ frq=› euro=€ copyright=©"
        " LaTeX=LaTeX TeX=TeX enquote=“%s” mkbibquote=“%s” href=%(2)s url=%s noopsort= vphantom="
        # As on a page: what is struck out or noted below it is no part of the text.
        " sout= st= xout= footnote= footnotemark= thanks="
    ).split()
)
_ARGUMENTS = {
    **dict.fromkeys(("enquote", "mkbibquote", "noopsort", "vphantom", "sout", "st", "xout"), "{"),
    "thanks": "{",
    "footnotemark": "[",
    "href": "{{",
}
# These change only the look of what follows.
_LOOKS = frozenset(
    "emph uline uuline underline textit textbf textsc textsl texttt textrm textup textmd textsf"
    " textnormal mbox hbox textsuperscript textsubscript mkbibemph mkbibbold mkbibitalic nocase"
    " ensuremath em it bf sc sl tt rm sf itshape bfseries scshape slshape upshape ttfamily".split()
)


def to_latex(text: str) -> str:
    """Return *text* as the value of a field, without the braces around it."""
    text = _LIGATURE.sub(r"\g<0>{}", text.translate(_SPELLING))
    return _ENTRY_LIKE.sub(r"\1{@}", text)


def from_latex(value: str) -> str:
    """Return the text of *value*; a command that nobody knows stays visible.

    Raises ValueError where it cannot be read.
    """
    if not _SPECIAL.search(value):
        return value
    value = _BARE.sub(r"\\\g<0>", _SCRIPT.sub(lambda match: match[1] or match[2], value))
    try:
        return str(_decoder().latex_to_text(value, latex_context=_walker_db()))
    except (ValueError, KeyError, IndexError, RecursionError) as error:
        raise ValueError(f"“{value[:60]}” is no LaTeX that we can read") from error


def to_verbatim(text: str) -> str:
    """Return *text* as the value of a field that LaTeX takes as it stands, such as url."""
    return re.sub(r"[\\{}]", lambda match: _SPELLED[match[0]], text)


def from_verbatim(value: str) -> str:
    r"""Return an address or a number; ``\url{…}`` and needless backslashes go."""
    value = re.sub(r"^\\(?:url|path)\s*\{(.*)\}$", r"\1", value.strip())
    spelled = {name[2:-1]: sign for sign, name in _SPELLED.items()}
    return _BACK.sub(lambda match: spelled.get(match[1], match[2]), value)


@cache
def _walker_db() -> Any:
    context = get_default_walker_db()
    macros = [MacroSpec(name, arguments) for name, arguments in _ARGUMENTS.items()]
    context.add_context_category("libraries", prepend=True, macros=macros)
    return context


@cache
def _decoder() -> Any:
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, simplify_repl=text) for name, text in _NAMED.items()]
    macros.append(MacroTextSpec("verb", simplify_repl=_verbatim))
    tie = SpecialsTextSpec("~", " ")
    context.add_context_category("libraries", prepend=True, macros=macros, specials=[tie])
    context.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=_unknown))
    return LatexNodes2Text(latex_context=context, math_mode="verbatim", keep_braced_groups=False)


def _verbatim(node: Any) -> str:
    return str(getattr(node.nodeargd, "verbatim_text", None) or "\\verb")


def _unknown(node: Any, l2tobj: Any) -> str:
    arguments = [each for each in node.nodeargd.argnlist or () if each] if node.nodeargd else []
    text = str(l2tobj.nodelist_to_text(arguments)) if arguments else ""
    return text if node.macroname in _LOOKS else f"\\{node.macroname} {text}"
