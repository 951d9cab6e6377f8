"""A headline that begins with quoted words."""

from __future__ import annotations

import pytest

from quotations.model import Attribution, Original, Quotation
from quotations.titles import Part, headline

RIVER = Quotation(
    id="q1",
    paragraphs=("The river keeps no timetable.", "I go down at eight «by» hand."),
    language="en",
    attribution=Attribution(person="Nino Example"),
)
TRANSLATED = Quotation(
    id="q2",
    paragraphs=("Water is memory.",),
    language="en",
    attribution=Attribution(person="Ana Example"),
    original=Original(paragraphs=("წყალი მეხსიერებაა.",), language="ka"),
)
QUOTATIONS = (RIVER, TRANSLATED)


@pytest.mark.parametrize(
    ("title", "quoted", "quotation"),
    [
        pytest.param(
            "“The river keeps no timetable”", "“The river keeps no timetable”", RIVER, id="whole"
        ),
        pytest.param(
            "“The River Keeps No Timetable,” she says",
            "“The River Keeps No Timetable,”",
            RIVER,
            id="capitals",
        ),
        pytest.param("“At eight «by» hand”: why", "“At eight «by» hand”", RIVER, id="nested-other"),
        pytest.param("«At eight «by» hand»: why", "«At eight «by» hand»", RIVER, id="nested-alike"),
        pytest.param('"No timetable": why', '"No timetable"', RIVER, id="straight"),
        pytest.param("”No timetable”: why", "”No timetable”", RIVER, id="swedish"),
        pytest.param("„წყალი მეხსიერებაა“", "„წყალი მეხსიერებაა“", TRANSLATED, id="original"),
    ],
)
def test_a_headline_says_whose_words_it_begins_with(
    title: str, quoted: str, quotation: Quotation
) -> None:
    parts = headline(title, QUOTATIONS, language="en")

    assert parts[0] == Part(text=quoted, quotation=quotation)
    assert "".join(part.text for part in parts) == title


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("", id="empty"),
        pytest.param("The river keeps no timetable", id="no-marks"),
        pytest.param("Why “the river”", id="marks-behind"),
        pytest.param("“The river", id="open"),
        pytest.param("“The sea” she says", id="not-quoted"),
        pytest.param("“River keeps some timetable”", id="not-in-full"),
        pytest.param("“…” she says", id="no-words"),
    ],
)
def test_any_other_headline_is_one_part(title: str) -> None:
    assert headline(title, QUOTATIONS, language="en") == (Part(text=title),)
