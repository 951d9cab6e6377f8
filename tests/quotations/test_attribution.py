"""The parts of an attribution."""

from __future__ import annotations

import pytest

from citations import PartialDate, citation_key, web_url
from quotations.attribution import (
    begins_with_dash,
    is_attribution,
    names_a_work,
    parse_attribution,
    split_parts,
)
from quotations.model import Attribution
from verification import QuotationError

DAY = PartialDate(year=2026, month=3, day=14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("— [@water]", Attribution(key="water"), id="key"),
        pytest.param(
            "— Nino Example, [@water]", Attribution(person="Nino Example", key="water"), id="person"
        ),
        pytest.param(
            "— Nino Example, hydrologist, member of the board, [@water]",
            Attribution(
                person="Nino Example", role="hydrologist, member of the board", key="water"
            ),
            id="role-of-several-parts",
        ),
        pytest.param(
            "— Nino Example (born 1950, Gori), hydrologist",
            Attribution(person="Nino Example (born 1950, Gori)", role="hydrologist"),
            id="comma-in-parentheses",
        ),
        pytest.param("— Nino Example", Attribution(person="Nino Example"), id="person-only"),
        pytest.param(
            "— Kura Courier, 2026-03-14",
            Attribution(person="Kura Courier", date=DAY),
            id="one-name-and-a-date",
        ),
        pytest.param(
            "— Nino Example, [Water](https://courier.example/water), Kura Courier, 2026-03-14",
            Attribution(
                person="Nino Example",
                title="Water",
                url="https://courier.example/water",
                outlet="Kura Courier",
                date=DAY,
            ),
            id="link-outlet-date",
        ),
        pytest.param(
            "— [Water](https://courier.example/water)",
            Attribution(title="Water", url="https://courier.example/water"),
            id="link-only",
        ),
        pytest.param(
            "— <https://courier.example/water>, Kura Courier",
            Attribution(url="https://courier.example/water", outlet="Kura Courier"),
            id="address-in-angle-brackets",
        ),
        pytest.param(
            "— [Water (2)](https://courier.example/a_(b)?q=1,2)",
            Attribution(title="Water (2)", url="https://courier.example/a_(b)?q=1,2"),
            id="parentheses-and-comma-in-address",
        ),
        pytest.param(
            '— [Water, [again]](<https://courier.example/> "A title, ignored")',
            Attribution(title="Water, [again]", url="https://courier.example/"),
            id="brackets-in-title",
        ),
        pytest.param(
            "— Նինո Օրինակ, ջրաբան, [@water]",
            Attribution(person="Նինո Օրինակ", role="ջրաբան", key="water"),
            id="armenian",
        ),
        pytest.param(
            "— نینو نمونه، آب‌شناس، [@water]",
            Attribution(person="نینو نمونه", role="آب‌شناس", key="water"),
            id="persian-comma",
        ),
        pytest.param(
            "— Nino Example, [@water], tr. Ana Example",
            Attribution(person="Nino Example", key="water", translator="Ana Example"),
            id="translator",
        ),
        pytest.param("– Nino Example", Attribution(person="Nino Example"), id="short-dash"),
        pytest.param("-- Nino Example", Attribution(person="Nino Example"), id="two-hyphens"),
        pytest.param("—Nino Example", Attribution(person="Nino Example"), id="no-space"),
        pytest.param(
            "— Nino  Example,\n  [@water]",
            Attribution(person="Nino Example", key="water"),
            id="two-lines",
        ),
        pytest.param(
            "— Nino Example, 2026",
            Attribution(person="Nino Example", date=PartialDate(year=2026)),
            id="year",
        ),
        pytest.param(
            "— Nino Example, 2026-03",
            Attribution(person="Nino Example", date=PartialDate(year=2026, month=3)),
            id="month",
        ),
        pytest.param(
            "— *Nino* <script>, [@water]",
            Attribution(person="*Nino* <script>", key="water"),
            id="markup-is-text",
        ),
    ],
)
def test_an_attribution_is_taken_apart(text: str, expected: Attribution) -> None:
    assert parse_attribution(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("“Water”", "Water", id="english"),
        pytest.param("„წყალი“", "წყალი", id="georgian"),
        pytest.param("«Вода»", "Вода", id="russian"),
        pytest.param('"Water"', "Water", id="straight"),
        pytest.param("“Yes” and “No”", "“Yes” and “No”", id="two-quotations"),
        pytest.param("Of “Water”", "Of “Water”", id="at-the-end"),
        pytest.param("", "", id="empty"),
    ],
)
def test_a_title_loses_the_quotation_marks_that_hold_all_of_it(title: str, expected: str) -> None:
    attribution = parse_attribution(f"— [{title}](https://courier.example/)")

    assert attribution.title == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("—", "says nothing", id="nothing"),
        pytest.param("— , ,", "says nothing", id="commas"),
        pytest.param("— tr. Ana Example", "says nothing", id="only-a-translator"),
        pytest.param("— 2026-03-14", "says nothing", id="only-a-date"),
        pytest.param("— Nino, [@water], [@bell]", "names two works", id="two-keys"),
        pytest.param("— [a](https://a.example/), [@bell]", "names two works", id="link-and-key"),
        pytest.param(
            "— Nino, [@water], Kura Courier", "“Kura Courier” has no place", id="outlet-beside-key"
        ),
        pytest.param("— [a](https://a.example/), One, Two", "“Two” has no place", id="two-outlets"),
        pytest.param("— Nino, 2026, 2025", "“2025” has no place", id="two-dates"),
        pytest.param("— Nino, 2026-02-30", "2026-02-30 is no date", id="no-such-day"),
        pytest.param("— Nino, 2026-13", "2026-13 is no date", id="no-such-month"),
        pytest.param("— Nino, 2026.3.4", "2026.3.4 is no date", id="other-form-of-date"),
        pytest.param("— Nino, [@water], tr.", "“tr.” names nobody", id="translator-without-name"),
        pytest.param("— Nino, tr. Ana, tr. Ilia", "two translators", id="two-translators"),
        pytest.param("— Nino, [@../water]", "“../water” is no citation key", id="key-with-path"),
        pytest.param("— Nino, [@]", "“” is no citation key", id="empty-key"),
        pytest.param(
            "— Nino [@water]", "set the key in “Nino .@water.” apart", id="no-comma-before-key"
        ),
        pytest.param(
            "— Nino, [@water] Courier", "set the key in .* apart", id="no-comma-after-key"
        ),
        pytest.param("— Nino, [@water", "set the key in .* apart", id="open-key"),
        pytest.param("— tr. Ana [@water]", "set the key in .* apart", id="key-behind-translator"),
        pytest.param(
            "— Nino in [a](https://a.example/)",
            "set the link in .* apart",
            id="no-comma-before-link",
        ),
        pytest.param("— Nino, https://a.example/", "set the link in .* apart", id="bare-address"),
        pytest.param("— Nino, [a][b]", "set the link in .* apart", id="reference-link"),
        pytest.param(
            "— Nino, [a](https://a.example/b c)", "set the link in .* apart", id="space-in-address"
        ),
        pytest.param("— [a](javascript:alert(1))", "leads to no web page", id="javascript"),
        pytest.param("— [a](data:text/html,x)", "leads to no web page", id="data"),
        pytest.param("— [a](/water)", "leads to no web page", id="path"),
        pytest.param("— [a]()", "leads to no web page", id="empty-link"),
        pytest.param("— <mailto:nino@a.example>", "leads to no web page", id="mail"),
    ],
)
def test_an_attribution_that_cannot_be_understood_is_refused(text: str, message: str) -> None:
    with pytest.raises(QuotationError, match=message):
        parse_attribution(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("— Nino", True, id="long"),
        pytest.param("–Nino", True, id="short"),
        pytest.param("-- Nino", True, id="two-hyphens"),
        pytest.param("   — Nino", True, id="three-spaces"),
        pytest.param("    — Nino", False, id="code"),
        pytest.param("- Nino", False, id="list"),
        pytest.param("--Nino", False, id="option"),
        pytest.param("--", False, id="underlined-heading"),
        pytest.param("---", False, id="rule"),
        pytest.param("Nino — hydrologist", False, id="inside"),
    ],
)
def test_only_a_dash_opens_an_attribution(line: str, expected: bool) -> None:
    assert begins_with_dash(line) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("— Nino, [@water]", True, id="key"),
        pytest.param("— Nino, [a](https://a.example/)", True, id="link"),
        pytest.param("— <https://a.example/>", True, id="address"),
        pytest.param("— Nino, 2026-03-14", True, id="day"),
        pytest.param("— Nino, 2026", True, id="year-at-the-end"),
        pytest.param("— В 2026 году, он сказал", False, id="year-in-a-sentence"),
        pytest.param("— 12026-03-14", False, id="longer-number"),
    ],
)
def test_dialogue_has_no_key_no_link_and_no_date(text: str, expected: bool) -> None:
    assert names_a_work(text) is expected


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        pytest.param("— Нино Пример, [@water]", ["— Будешь?"], True, id="key-beside-dialogue"),
        pytest.param("— Нино Пример", ["Река не читает."], True, id="only-dash"),
        pytest.param("— Нино Пример", ["— Будешь?"], False, id="beside-dialogue"),
        pytest.param("— Буду.", [], False, id="full-stop"),
        pytest.param("— Կգա՞ս։", [], False, id="armenian-full-stop"),
        pytest.param("— Gələcəksən?", [], False, id="question"),
        pytest.param("— Он сказал «да»", [], False, id="quotation-mark"),
        pytest.param("— " + "слово " * 12, [], True, id="twelve-words"),
        pytest.param("— " + "слово " * 13, [], False, id="thirteen-words"),
    ],
)
def test_an_attribution_is_told_from_dialogue(text: str, others: list[str], expected: bool) -> None:
    assert is_attribution(text, others=others) is expected


def test_commas_in_brackets_part_nothing() -> None:
    assert split_parts("a, b (c, d), [e, f](g,h) ,") == ["a", "b (c, d)", "[e, f](g,h)"]


@pytest.mark.parametrize("key", ["a", "lragir-20161103", "2026", "a.b_c", "console", "com"])
def test_a_key_is_made_of_letters_digits_and_hyphens(key: str) -> None:
    assert citation_key(f" {key} ") == key


@pytest.mark.parametrize("key", ["", "..", "a..b", "../a", "a/b", "a b", "-a", "ключ", "a\\b"])
def test_a_key_that_could_lead_out_of_the_folder_is_refused(key: str) -> None:
    with pytest.raises(QuotationError, match="is no citation key") as caught:
        citation_key(key)

    assert caught.value.code == "bad-key"


@pytest.mark.parametrize("key", ["con", "Aux", "NUL", "com1", "lpt9.2026", "a:b", "water."])
def test_a_key_that_windows_takes_for_no_file_is_refused(key: str) -> None:
    with pytest.raises(QuotationError, match="is no citation key") as caught:
        citation_key(key)

    assert caught.value.code == "bad-key"


@pytest.mark.parametrize("url", ["https://a.example", "HTTP://a.example/b?c#d"])
def test_an_address_on_the_web_is_taken(url: str) -> None:
    assert web_url(url) == url


@pytest.mark.parametrize(
    "url", ["", "https://", "https:///a", "//a.example", "ftp://a.example", " javascript:x"]
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(QuotationError, match="begins with https://") as caught:
        web_url(url)

    assert caught.value.code == "unsafe-link"
