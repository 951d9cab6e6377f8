"""What whoever keeps a work is told."""

from __future__ import annotations

import pytest

from capture.model import Work
from capture.outcome import Kept, Outcome, as_text


@pytest.mark.parametrize(("text", "words"), [("Closed.", "1 word"), ("It is closed.", "3 words")])
def test_the_number_of_words_agrees(text: str, words: str) -> None:
    kept = Kept(key="bridge", outcome=Outcome.NEW, work=Work(text=text, title="Bridge"))

    assert as_text(kept).startswith(f"“Bridge” was kept as bridge ({words}):")
