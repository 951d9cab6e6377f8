"""Made-up documents, in which every sign of Markdown stands where it should, and elsewhere."""

# ruff: noqa: E501 - signs are listed as many to a line as there is room for

from __future__ import annotations

import random
from collections.abc import Callable

WORDS = (
    "word слово բառ söz — и a I HTML ABC x_y snake_case_word 3 1. 10) don't 'tis café ٣ ٣.".split()
)
SIGNS = (
    r"""\ \\ \* \` \[ \< \_ ` `` * ** *** _ __ ___ [ ]( ) ] ![ [] [^ [^1] [^a] [ref] [ref][] [text][ref]"""
    r""" ![i][ref] [a](b) [a](<b) [a](b"t") [a]() < > & &amp; &#1 &#123; &#x1F; &copy <b> </b> <br>"""
    r""" <br/> <!-- --> <?php ?> <div> </div> <pre> </pre> <hr> <a@b.example> <http://e.example/?a&b>"""
    r""" {.c} {:.c} {#i} { } {a=1} | \| [[Wiki]] !!! ::: == = -- --- ... ' " ~ ~~ ~~~ ``` + - #"""
    r""" [TOC] « » “ ” 👍 [@key] ==mark=={.pull} klzzwxh:0001 wzxhzdk:0"""
).split()
ODD = (
    "\x02", "\x03", "\x02klzzwxh:0000\x03", "\x0242\x03", "\x02wzxhzdk:0\x03", "\x02amp\x03",
    "\u00a0", "\u2028", "\x0b", "\x0c", "\x00", "\t", "\r", "\r\n", "  ", "   ", "  \n", "\n", "\n\n",
    "\ud800", "\ufeff", "\x1c", "\x85",
)  # fmt: skip
PAIRS = (
    "*{}*", "**{}**", "***{}***", "_{}_", "__{}__", "`{}`", "``{}``", '"{}"', "'{}'", "<em>{}</em>",
    "[{}](http://e.example/a_b)", '[{}](b "t")', "[{}](b 't')", "[{}](<b c>)", "[{}](a(b)c)", "[{}][ref]",
    "![{}](a.png)", "{}*", "*{}", "_{}", "<{}>", "({})", "[{}]", "“{}” [@key]", "=={}=={{.pull}}",
)  # fmt: skip
STARTS = (
    "> ", ">", " > ", "   > ", ">> ", "> > ", "- ", "* ", "+ ", "-", "  - ", "    - ", "1. ", "10.  ", "3) ",
    "    ", "     ", "\t", " ", "  ", "# ", "## ", "#", "####### ", ": ", ":   ", "| ", "[ref]: ", "[^1]: ",
    "*[HTML]: ", "!!! note ", "٣. ", "- - ", "= ", "\\", "\\# ", "=",
)  # fmt: skip
LINES = (
    "---", "***", "_ _ _", "- - -", "* * *", "   ---", "    ---", "-- -", "===", "==", "= =", "--- x",
    "[ref]: http://r.example", "[ref]: <u v> 'T'", '[text]: /x "T"', "[a]: b\n  (T)", "[ref]:",
    "[^1]: note", "[^a]: note\n\n    more", "[^1]: one\n[^a]: two", "*[HTML]: Hyper Text", "*[ABC]: ''",
    "a | b\n---|---\n1 | 2", "|a|\n|-|\n|`1|2`|", "a | b\n--- | :-:\n\\| | x", "```\ncode *x*\n```",
    "~~~ {.py #i}\ncode\n~~~", "```py hl_lines='1'\nx\n```", "~~~\nopen", "Term\n: meaning",
    "Term\n\n:   meaning\n\n    more", "<div>\n\n*a*\n\n</div>", '<div markdown="1">\n*a*\n\n</div>',
    '<p markdown="span">*a*</p>', "<pre>\n\n</pre>", "<!-- a\n\nb -->", "<script>*a*</script>",
    "<p>*a*", "<![CDATA[ x ]]>", "<?x y ?>", "[TOC]", "///Footnotes Go Here///", "{: .c}", "Key: value",
    "---\nTitle: t\n---", "Title\n===", "Title {#i}\n---", "# T {#i .c}", "## T ##", "# a\\#", "#x#y##",
    "!!! note \"T\"\n    in it", "* a\n\n    b", "1. a\n\n    > b", "* a\n    * b\n\n        c", "&", "\\",
    "[a\n](b)", "# a `#` b", "    code\n\n    more", "> a\nb\n\n> c", "> # a\n> b\n>\n> - c",
)  # fmt: skip


class Author:
    """Writes documents, the same from the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def document(self) -> str:
        """Return one: mostly prose with every kind of block, at times nothing but signs."""
        chance = self.random.random()
        if chance < 0.70:
            text = self._many(self._block, 1, 7, "\n\n" if self._likely(0.9) else "\n")
        elif chance < 0.85:
            text = self._many(self._piece, 1, 30, "")
        else:
            letters = "ab *_`[]()!<>&\\\n\"'-.:#|{}^=~1+\t é/"
            text = "".join(self.random.choice(letters) for _ in range(self.random.randint(1, 60)))
        return self._damaged(text) if self._likely(0.2) else text

    def _likely(self, share: float) -> bool:
        return self.random.random() < share

    def _many(self, write: Callable[[], str], least: int, most: int, between: str) -> str:
        return between.join(write() for _ in range(self.random.randint(least, most)))

    def _piece(self) -> str:
        source = self.random.choices((WORDS, SIGNS, ODD), weights=(6, 5, 1))[0]
        return self.random.choice(source) + (" " if self._likely(0.7) else "")

    def _words(self) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, 8)))

    def _text(self, depth: int = 0) -> str:
        parts = [self._words()]
        for _ in range(self.random.randint(0, 4)):
            if self._likely(0.6):
                inside = self._text(depth + 1) if depth < 3 and self._likely(0.4) else self._words()
                parts.append(self.random.choice(PAIRS).format(inside))
            else:
                parts.append(self._piece())
            parts.append(self._words())
        return self.random.choice((" ", " ", "", "\n")).join(parts)

    def _block(self, depth: int = 0) -> str:
        chance = self.random.random()
        if chance < 0.35:
            return self._text()
        if chance < 0.55:
            return self.random.choice(LINES)
        if chance < 0.75:
            start = self.random.choice(STARTS)
            return "\n".join(start + self._text() for _ in range(self.random.randint(1, 3)))
        if chance < 0.85 and depth < 3:
            inner = self._block(depth + 1)
            start = self.random.choice(("> ", ">", "    ", "  ", "> > "))
            return "\n".join(start + line for line in inner.split("\n"))
        if chance < 0.95 and depth < 3:
            lines = self._block(depth + 1).replace("\n", "\n    ")
            return f"{self.random.choice(STARTS)}{self._words()}\n\n    {lines}"
        return f"{self._text()}\n{self.random.choice(LINES)}\n{self._text()}"

    def _damaged(self, text: str) -> str:
        for _ in range(self.random.randint(1, 5)):
            place = self.random.randrange(len(text) + 1)
            put = self.random.choice(("", "\n", "*", "[", " ", "`", "<", "\n\n", "_", *ODD))
            text = text[:place] + put + text[place + self.random.randint(0, 2) :]
        return text
