"""From a folded line back to the characters that it was folded from."""

from __future__ import annotations

import pytest

from verification.folding import fold
from verification.origins import origin_of_end, origin_of_start


@pytest.mark.parametrize(
    ("raw", "words", "own"),
    [
        pytest.param("so… a «ﬁne» ﬂag…so", "fine' flag", "ﬁne» ﬂag", id="ligatures"),
        pytest.param("so…  և այլն…so", "եւ այլն", "և այլն", id="armenian-ligature"),
        pytest.param("so…ки\u200bтаб…so", "китаб", "ки\u200bтаб", id="invisible"),
        pytest.param("so…کتـاب…so", "کتاب", "کتـاب", id="tatweel"),
        pytest.param("so [12] …rose¹ by 10² [3] and…so", "rose by 10² and", None, id="footnotes"),
        pytest.param("so…5 km² 10²³ dry…so", "km² 10²³ dry", "km² 10²³ dry", id="powers"),
        pytest.param("so…x q\u0323\u0301 y…so", "q\u0323\u0301", "q\u0323\u0301", id="marks"),
        pytest.param("so…for −5 % of it…so", "-5 %", "−5 %", id="number"),
        pytest.param("so…for €5…so", "€5", "€5", id="symbol"),
        pytest.param("so…a €…so", "a €", "a €", id="symbol-at-the-end"),
        pytest.param("so…у вода\u0301 …so", "вода", "вода\u0301", id="stress"),
        pytest.param("…€ so", "€", "€", id="symbol-at-the-start"),
        pytest.param("so…so € ", "€", "€", id="symbol-alone"),
    ],
)
def test_words_are_found_where_they_stand(raw: str, words: str, own: str | None) -> None:
    folded = fold(raw, source=True)
    place = folded.index(words)

    start = origin_of_start(raw, folded, place)
    end = origin_of_end(raw, folded, place + len(words))

    assert raw[start:end] == (own or "rose¹ by 10² [3] and")
