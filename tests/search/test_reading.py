"""What is searched of a text, and what is not."""

from __future__ import annotations

from quotations.model import Attribution, Cited, Quotation
from search.reading import words_and_passages
from verification import Result, Verification

QUOTATION = Quotation(
    id="q1",
    paragraphs=("The river reads.",),
    language="en",
    attribution=Attribution(),
    cited=Cited(person="Nino Example"),
    verification=Verification(result=Result.VERBATIM),
)
FIGURE = """<p>Before <b>b</b>old.</p>
<figure class="quotation" id="q1">
<blockquote id="q-12345678" lang="en"><p>The river</p><p>reads.</p></blockquote>
<details class="check"><summary>Checked</summary><p>Found</p></details>
<details class="original"><summary>Original</summary>
<blockquote lang="ka"><p>მდინარე</p></blockquote></details>
<figcaption>— Nino Example</figcaption></figure>
<aside class="pull-quote"><p>Before bold.</p></aside>
<p>A “de facto” <cite class="citation"><a href="#s1">Courier, 2026</a></cite>. After.</p>"""


def test_words_are_those_a_reader_reads_once() -> None:
    words, _ = words_and_passages(FIGURE, {})

    assert " ".join(words) == "Before bold. The river reads. მდინარე A “de facto”. After."


def test_a_quotation_and_its_original_are_passages() -> None:
    words, passages = words_and_passages(FIGURE, {"q1": QUOTATION})

    said = [(" ".join(words[each.start : each.end]), each.language) for each in passages]
    assert said == [("The river reads.", "en"), ("მდინარე", "ka")]
    assert passages[0].id == "q-12345678"
    assert {each.person for each in passages} == {"Nino Example"}


def test_an_empty_text_has_no_words() -> None:
    assert words_and_passages("", {}) == ((), ())
