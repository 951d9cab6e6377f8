"""Quotations from an English source: honest ones, careless ones, and false ones."""

from __future__ import annotations

import pytest

from tests.verification.table import (
    A,
    Case,
    D,
    E,
    V,
    check,
)

LONG = " ".join(f"stone{number}" for number in range(45))
FAR = " ".join(f"pebble{number}" for number in range(260))
SOURCE = f"""\
THE BRIDGE WILL STAY CLOSED ALL WINTER

The ferry will not run in winter, the harbour master said on 4 May. “We can’t promise anything
before the ice is gone,” she added. Will the road be open? Nobody knows!

The minister, who had read the report twice, resigned [on Friday] and left for Gori … without a
word. He walks to work every day. They paid 1,200 lari, or 3.5% of the budget; the deep-water
port lost -5 per cent. The well-known surveyor's map shows 10² squares.

Water rose in the old town, and the market—once dry—was flooded. The council agreed that the dam
is safe. It is never easy to leave a house. Engineers measured the wall, the gate and the sluice.
He wrote that teh levels were fine. She said the NATO office in Tbilisi had moved to US soil.

{LONG}

Before {FAR} after the flood. The mayor laughed. The river rose by night, [1] and fell by day.¹
The inter-
national court and the well-
known judge sat in The Hague.
"""

CASES = (
    Case("whole sentence", "The council agreed that the dam is safe.", V),
    Case("across lines", "before the ice is gone", V),
    Case("across paragraphs", "Nobody knows! The minister, who had read the report twice", V),
    Case("straight quotes", "We can't promise anything before the ice is gone", V),
    Case("final stop is free", "He walks to work every day!".replace("!", "."), V),
    Case("final comma is free", "He walks to work every day,", V),
    Case("exclamation added", "He walks to work every day!", D, note="only punctuation differs"),
    Case("question added", "The dam is safe?", D, note="only punctuation differs"),
    Case("question kept", "Will the road be open?", V),
    Case("question left away", "Will the road be open", V),
    Case("exclamation kept", "Nobody knows!", V),
    Case("inner comma dropped", "in the old town and the market", D, note="only punctuation"),
    Case("inner comma added", "the wall, the gate, and the sluice", D, note="only punctuation"),
    Case("first letter", "Every day", V, note="first letter"),
    Case("first letter small", "water rose in the old town", V, note="first letter"),
    Case("inner capital", "the old Town, and the market", D, note="only capitals differ"),
    Case("capitals in the source", "The bridge will stay closed", E, note="in capitals"),
    Case("second letter", "tHe council agreed", D, note="only capitals differ"),
    Case("acronym made a word", "moved to us soil", D, note="only capitals differ"),
    Case("capitals and comma", "in the Old town and the market", D, note="capitals and"),
    Case("em dashes spaced", "the market — once dry — was flooded", V),
    Case("double hyphens", "the market -- once dry -- was flooded", V),
    Case("en dashes spaced", "the market – once dry – was flooded", V),
    Case("dash made a hyphen", "the market-once dry-was flooded", D, note="only punctuation"),
    Case("no-break hyphen", "the deep‑water port", V),
    Case("part of a compound", "water port", D),
    Case("part of a word", "The council agreed that the dam is saf", D),
    Case("without possessive", "The well-known surveyor", D),
    Case("thousands cut", "200 lari", D),
    Case("decimals cut", "or 3", D),
    Case("per cent cut", "or 3.5", D),
    Case("sign cut", "5 per cent", D),
    Case("whole numbers", "1,200 lari, or 3.5%", V),
    Case("signed number", "lost -5 per cent", V),
    Case("minus sign", "lost −5 per cent", V),
    Case("power is no digit", "map shows 102 squares", D),
    Case("power", "map shows 10² squares", V),
    Case("footnote dropped", "rose by night, and fell by day.", V),
    Case("footnote kept", "rose by night, [1] and fell by day.¹", V),
    Case("broken word joined", "The international court", V),
    Case("broken word kept", "the well-known judge", V),
    Case("both kinds of break", "international court and the well-known judge sat", V),
    Case("as it is broken", "The inter- national court", V),
    Case("elision", "The minister […] left for Gori", E),
    Case("elision dots", "The minister ... left for Gori", E),
    Case("elision spaced dots", "The minister . . . left for Gori", E),
    Case("elision parentheses", "The minister (…) left for Gori", E),
    Case("elision angles", "The minister <…> left for Gori", E),
    Case("elision bare", "The minister … left for Gori", E),
    Case("ellipsis of the source", "left for Gori … without a word", V, ""),
    Case("ellipsis typed as dots", "left for Gori... without a word", V, ""),
    Case("brackets of the source", "resigned [on Friday] and left", V),
    Case("brackets of both", "The minister […] resigned [on Friday] and left", E),
    Case("elision at the start", "… the market—once dry—was flooded", E),
    Case("elision at the end", "He walks to work […].", E),
    Case("only punctuation left out", "the old town […] and the market", E),
    Case("insertion", "[The town] was flooded", E),
    Case("insertion for words", "He [the engineer] walks to work", E),
    Case("insertion replaces", "[The council] agreed that [it] is safe", E),
    Case("case in brackets", "[t]he council agreed", E),
    Case("case in brackets inside", "Water rose in the old [T]own, and", E),
    Case("altered word", "He walk[ed] to work every day", E, "altered-word"),
    Case("altered at the start", "[un]read the report twice", E, "altered-word"),
    Case("other letter", "[S]e walks to work", E, "altered-word"),
    Case("altered at the end", "He walk[ed]", E, "altered-word"),
    Case("sic", "He wrote that teh [sic] levels were fine", E),
    Case("sic hides words", "He wrote that [sic] levels were fine", D, note="mark: “teh”"),
    Case("nested brackets", "The minister [of roads [and bridges]] resigned", E),
    Case("hidden not", "The ferry will […] run in winter", E, "omitted-negation"),
    Case("cut after not", "run in winter, the harbour master said", V, "negation-before"),
    Case("cut after never", "easy to leave a house", V, "negation-before"),
    Case(
        "elision beside not", "… run in winter, the harbour master said", E, "cut-beside-negation"
    ),
    Case("can't left out", "We […] promise anything", E, "omitted-negation"),
    Case("not put in", "The dam is [not] safe", E, "inserted-negation"),
    Case("not put in place of not", "The ferry will [never] run in winter", E, "omitted-negation"),
    Case("digits put in", "They paid [1,300] lari", E, "replaced-by-digits"),
    Case("not in another sentence", "The minister, who had read the report", V),
    Case("long elision", "stone0 stone1 […] stone44", E, "long-omission much-omitted"),
    Case(
        "long bracket",
        "stone0 stone1 stone2 stone3 [so] stone17",
        E,
        "long-omission",
    ),
    Case("too far", "Before […] after the flood", D, note="260 words lie between"),
    Case("scraps", "Engineers measured […] the gate […] sluice", E, "short-fragments"),
    Case(
        "left out unmarked",
        "The minister resigned [on Friday]",
        D,
        note="mark: “who had",
    ),
    Case("not left out unmarked", "The ferry will run in winter", D, note="without a mark: “not”"),
    Case("fragments reversed", "left for Gori […] The minister", D, note="another order"),
    Case("words reversed", "the gate, the wall and the sluice", D, note="another order"),
    Case("one word changed", "The council denied that the dam is safe", D),
    Case("one letter changed", "The council agreed that the dam is sate", D),
    Case("every word changed", "Engineer1 measured1 thew walls1, thew gates and1 thew sluices", A),
    Case("invented", "Nothing in this sentence was ever printed anywhere near there", A),
    Case("soft hyphen", "The coun\u00adcil agreed", V),
    Case("zero width", "The coun\u200bcil agreed", V),
    Case("no-break space", "The\u00a0council agreed", V),
    Case("ligature", "Water \ufb02owed", A),
    Case("exclamation before a fragment", "He walks […] !they paid", D, note="only punctuation"),
    Case("question before a fragment", "Will […] ?nobody knows", E, "joined-sentences"),
    Case("exclamation after an elision", "The mayor […]!", D, note="only punctuation"),
    Case("stop after an elision", "Will the road […]?", E),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_quotation_is_told_for_what_it_is(case: Case) -> None:
    check(case, SOURCE, "en")
