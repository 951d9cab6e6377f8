"""The authors' grammar as a Python-Markdown extension (DESIGN, section 2)."""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from problems import Severity
from quotations.document import BlockDraft, Document, InlineDraft, PullDraft, Setting
from quotations.finishing import Finisher
from quotations.grammar import OrdinaryBlock, PullBlock, QuotationBlock, parse_block
from quotations.plain_text import PlainText
from quotations.quotation_marks import quoted_start
from quotations.republication import passages_of

BLOCK_QUOTE = re.compile(r"(?:^|\n)(?P<quote>[ ]{0,3}>)")
TRIGGERS = ("—", "–", "--", ".pull")
CITATION_KEY = r"\[@(?P<key>[^\]\[\n]*)\]"
# Python-Markdown sets aside what follows a backslash as its code.
ESCAPED = re.compile(rf"{STX}(?P<code>\d+){ETX}")
# One pair of marks: two signs of equality inside have a space on either side.
MARKED_PULL = r"==(?P<text>(?![=\s])(?:[ ]==[ ]|\n(?!\n)|(?!==)[^\n])+?)==\{:?[ ]*\.pull[ ]*\}"
WARNINGS = frozenset({"no-attribution"})


class DocumentStart(Preprocessor):
    """Begins the record of a document, with the lines as the author wrote them."""

    def __init__(self, md: Markdown, setting: Setting) -> None:
        super().__init__(md)
        self.setting = setting

    def run(self, lines: list[str]) -> list[str]:
        """Leave *lines* as they are."""
        # A copy: the meta extension takes its lines out of the list itself.
        _remember(self.md, Document(setting=self.setting, source=tuple(lines)))
        return lines


class QuotationProcessor(BlockProcessor):
    """Takes attributed block quotes and pull-quotes; leaves all others to Python-Markdown."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.md = parser.md

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether *block* may hold an attribution or a pull-quote."""
        return ">" in block and any(trigger in block for trigger in TRIGGERS)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Consume the block where it is ours."""
        match = BLOCK_QUOTE.search(blocks[0])
        if match is None:
            return False
        text = blocks[0][match.start("quote") :]
        parsed = parse_block(text)
        if isinstance(parsed, OrdinaryBlock) and not parsed.errors:
            return False
        document = document_of(self.md)
        line = document.lines.block(text)
        for error in parsed.errors:
            warns = error.code in WARNINGS
            severity = Severity.WARNING if warns else Severity.ERROR
            document.report(error, line, severity)
        if isinstance(parsed, OrdinaryBlock):
            return False
        block = blocks.pop(0)
        self.parser.parseBlocks(parent, [block[: match.start()]])
        if isinstance(parsed, PullBlock):
            self._pull(parent, parsed, line)
        else:
            self._quotation(parent, parsed, line)
        return None

    def _pull(self, parent: Element, pull: PullBlock, line: int | None) -> None:
        aside = SubElement(parent, "aside")
        self._parse(aside, pull.body)
        document_of(self.md).drafts[aside] = PullDraft(marked=False, line=line)

    def _quotation(self, parent: Element, parsed: QuotationBlock, line: int | None) -> None:
        figure = SubElement(parent, "figure")
        quote = SubElement(figure, "blockquote")
        self._parse(quote, parsed.body)
        draft = BlockDraft(attribution=parsed.attribution, quote=quote, line=line)
        if parsed.original:
            draft.original = SubElement(figure, "blockquote")
            draft.original_language = parsed.original.language
            self._parse(draft.original, parsed.original.body)
        document_of(self.md).drafts[figure] = draft

    def _parse(self, element: Element, text: str) -> None:
        # As Python-Markdown's own processor does: lists in a quotation use paragraphs.
        self.parser.state.set("blockquote")
        self.parser.parseChunk(element, text)
        self.parser.state.reset()


class InlineQuotationProcessor(InlineProcessor):
    """Quoted text directly followed by a citation key: ``“…” [@key]``."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(CITATION_KEY, md)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        """Take the quotation marks before the key, and what they hold."""
        document = document_of(self.md)
        key = ESCAPED.sub(lambda code: chr(int(code["code"])), self.unescape(m["key"]))
        quoted = data[: m.start()].rstrip()
        start = quoted_start(quoted)
        if start is None:
            document.stray_keys.append(key)
            # Escaped: emphasis around it would have it read, and told, twice.
            return f"{STX}{ord('[')}{ETX}", m.start(), m.start() + 1
        span = Element("span")
        span.text = quoted[start:]
        document.drafts[span] = InlineDraft(key=key)
        return span, start, m.end()


class PullMarkProcessor(InlineProcessor):
    """A sentence marked as a pull-quote where it stands: ``==One sentence.=={.pull}``."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(MARKED_PULL, md)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Mark the sentence."""
        mark = Element("mark")
        mark.text = m["text"]
        document = document_of(self.md)
        # Code and links are already put aside, and look different in the source.
        beginning = m["text"].partition(STX)[0].partition("\n")[0]
        line = document.lines.occurrence(f"=={beginning}")
        document.drafts[mark] = PullDraft(marked=True, line=line)
        return mark, m.start(), m.end()


class QuotationTreeprocessor(Treeprocessor):
    """Finishes the drafts when all text is final."""

    def run(self, root: Element) -> None:
        """Check every quotation, and write what was found into the tree."""
        document = document_of(self.md)
        stash = [str(raw) for raw in self.md.htmlStash.rawHtmlBlocks]
        if document.drafts or document.stray_keys:
            language = (getattr(self.md, "Meta", None) or {}).get("lang", [""])[0].strip()
            Finisher(document, language=language, stash=stash).finish(root)
        if document.setting.republished:
            document.passages = passages_of(root, PlainText(stash), document.lines)


class QuotationsExtension(Extension):
    """Attributed, translated and inline quotations, and pull-quotes.

    After a conversion `document_of(md)` holds the record: quotations, pull-quotes,
    works and problems.
    """

    def __init__(self, setting: Setting | None = None, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.setting = setting or Setting()

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what the grammar needs.

        | class                    | registry        | priority |
        | ------------------------ | --------------- | -------- |
        | DocumentStart            | preprocessors   | 29, below normalize_whitespace |
        | QuotationProcessor       | blockprocessors | 21, above quote |
        | InlineQuotationProcessor | inlinePatterns  | 129, below short_reference |
        | PullMarkProcessor        | inlinePatterns  | 128 |
        | QuotationTreeprocessor   | treeprocessors  | -10, below unescape |
        """
        _remember(md, Document(setting=self.setting))
        md.preprocessors.register(DocumentStart(md, self.setting), "quotations", 29)
        md.parser.blockprocessors.register(QuotationProcessor(md.parser), "quotations", 21)
        md.inlinePatterns.register(InlineQuotationProcessor(md), "inline_quotation", 129)
        md.inlinePatterns.register(PullMarkProcessor(md), "pull_mark", 128)
        md.treeprocessors.register(QuotationTreeprocessor(md), "quotations", -10)


def _remember(md: Markdown, document: Document) -> None:
    md.quotations = document  # type: ignore[attr-defined]


def document_of(md: Markdown) -> Document:
    """Return the record of what *md* converts, or converted last."""
    document: Document = md.quotations  # type: ignore[attr-defined]
    return document


def makeExtension(**kwargs: Any) -> QuotationsExtension:
    """Return the extension, for ``extensions=["quotations.markdown_ext"]``."""
    return QuotationsExtension(**kwargs)
