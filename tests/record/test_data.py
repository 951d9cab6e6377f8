"""The record as JSON: what it holds, and that its schema says so."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from record.data import SCHEMA, lines
from tests.support.building import CONTENT, Build, BuildSite

Change = Callable[[dict[str, Any]], object]
SCHEMA_TEXT = SCHEMA.read_text(encoding="utf-8")
VALIDATOR = Draft202012Validator(
    json.loads(SCHEMA_TEXT), format_checker=Draft202012Validator.FORMAT_CHECKER
)
ARTICLE = "the-tide-is-read-already"


@pytest.fixture(scope="module")
def record(published_site: Build) -> dict[str, Any]:
    """Return the record of the tests’ publication."""
    found: dict[str, Any] = json.loads(published_site.text("quotations.json"))
    return found


def of_article(record: dict[str, Any], address: str) -> list[dict[str, Any]]:
    home = record["site"]["url"]
    return [each for each in record["quotations"] if each["article"] == f"{home}/{address}/"]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(SCHEMA_TEXT))


def test_the_schema_says_what_is_there(record: dict[str, Any]) -> None:
    assert [(error.json_path, error.message) for error in VALIDATOR.iter_errors(record)] == []


def test_the_schema_stands_where_the_data_says(
    record: dict[str, Any], published_site: Build
) -> None:
    assert record["$schema"] == f"{record['site']['url']}/quotations.schema.json"
    assert published_site.text("quotations.schema.json") == SCHEMA_TEXT


def objects(schema: Any) -> list[dict[str, Any]]:
    """Return every part of *schema* that describes an object."""
    if isinstance(schema, list):
        return [found for each in schema for found in objects(each)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if schema.get("type") == "object" else []
    return own + [found for each in schema.values() for found in objects(each)]


def test_nothing_may_be_added_or_left_out() -> None:
    described = objects(json.loads(SCHEMA_TEXT))

    assert len(described) > 10
    for each in described:
        assert each["additionalProperties"] is False
        assert sorted(each["required"]) == sorted(each["properties"])


def take_out(name: str) -> Change:
    return lambda record: record["quotations"][0].pop(name)


WRONG: dict[str, Change] = {
    "version": lambda record: record.update(version=2),
    "field": lambda record: record["quotations"][0].update(mood="good"),
    "field-of-check": lambda record: record["quotations"][0]["check"].update(mood="good"),
    "result": lambda record: record["quotations"][0]["check"].update(result="fine"),
    "id": lambda record: record["quotations"][0].update(id="q1"),
    "missing": take_out("person"),
    "empty": lambda record: record["quotations"][0].update(person=""),
    "paragraphs": lambda record: record["quotations"][0].update(paragraphs="It flows."),
    "words": lambda record: record["quotations"][0]["check"].update(words=-1),
    "language": lambda record: record["quotations"][0].update(language="Georgian"),
    "date": lambda record: record["quotations"][0]["work"].update(issued="14 March 2026"),
    "digest": lambda record: record["quotations"][0]["check"]["compared_with"].update(sha256="1"),
    "slug": lambda record: record["sources"][0].update(slug="Kura Courier"),
    "share": lambda record: record["articles"][0].update(share=1.5),
    "kind": lambda record: record["articles"][0].update(
        republication={"kind": "copy", "work": None, "source": None, "outlet": "A paper"}
    ),
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_a_wrong_record_does_not_pass(record: dict[str, Any], change: Change) -> None:
    wrong = copy.deepcopy(record)
    change(wrong)

    assert list(VALIDATOR.iter_errors(wrong))


def test_every_quotation_leads_to_its_place(record: dict[str, Any], published_site: Build) -> None:
    home = record["site"]["url"]
    places = [each["url"] for each in record["quotations"]]

    assert len(places) == len(set(places)) > 20
    for quotation in record["quotations"]:
        page = published_site.page(quotation["article"].removeprefix(f"{home}/"))
        assert page.select(f'[id="{quotation["id"]}"]')
        assert quotation["url"] == f"{quotation['article']}#{quotation['id']}"


def test_quotations_name_articles_and_sources_that_are_there(record: dict[str, Any]) -> None:
    articles = {each["url"] for each in record["articles"]}
    sources = {each["slug"] for each in record["sources"]} | {None}

    for quotation in record["quotations"]:
        assert quotation["article"] in articles
        assert (quotation["work"] or {}).get("source") in sources


def test_a_quotation_says_whose_it_is_and_what_was_found(record: dict[str, Any]) -> None:
    quotation = of_article(record, ARTICLE)[3]
    snapshot = CONTENT / "citations" / "orinak-cupboard.txt"

    assert quotation["person"] == "Hayk Nmushents"
    assert quotation["role"] == "archivist"
    assert quotation["work"]["key"] == "orinak-cupboard"
    assert quotation["work"]["source"] == "orinak-tert"
    assert quotation["work"]["link"].startswith(f"{quotation['work']['url']}#:~:text=")
    assert quotation["check"]["result"] == "edited"
    assert quotation["check"]["omitted_words"] == len(
        " ".join(quotation["check"]["omitted"]).split()
    )
    assert quotation["check"]["compared_with"] == {
        "read": "2025-11-21",
        "sha256": hashlib.sha256(snapshot.read_bytes()).hexdigest(),
    }


def test_a_translation_has_its_original(record: dict[str, Any]) -> None:
    quotation = of_article(record, ARTICLE)[1]

    assert quotation["language"] == "en"
    assert quotation["original"]["language"] == "ka"
    assert quotation["translator"] == "Ilia Nimushi"


def test_what_was_compared_with_nothing_says_so(record: dict[str, Any]) -> None:
    unchecked = [each for each in record["quotations"] if each["check"]["result"] == "unchecked"]

    assert len(unchecked) == 2
    assert [each["check"]["compared_with"] for each in unchecked] == [None, None]


def test_an_article_says_how_much_of_it_is_quoted(record: dict[str, Any]) -> None:
    [article] = [each for each in record["articles"] if each["url"].endswith(f"example/{ARTICLE}/")]

    assert article["share"] == round(article["quoted_words"] / article["words"], 4)
    assert sum(each["words"] for each in article["shares"]) == article["quoted_words"]
    assert article["shares"][0]["source"] == "harbour-lantern"


def test_an_article_says_where_it_was_published_first(record: dict[str, Any]) -> None:
    [article] = [each for each in record["articles"] if "the-dough-and-the-stairs" in each["url"]]

    assert article["republication"] == {
        "kind": "translation",
        "work": "crumb-dough",
        "source": "crumb-and-ladder",
        "outlet": "Crumb & Ladder",
    }


def test_of_no_work_is_the_whole_text_in_it(published_site: Build) -> None:
    snapshots = sorted((CONTENT / "citations").glob("*.txt"))
    data = published_site.text("quotations.json") + published_site.text("quotations.csv")

    assert snapshots
    for path in snapshots:
        paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
        assert not all(json.dumps(each, ensure_ascii=False)[1:-1] in data for each in paragraphs)


HEAD = "Title: {title}\nDate: 2026-03-14 09:00\nStatus: {status}\n\n"
QUOTING = "> It flows.\n>\n> — Nino Example, river warden\n\nIt does.\n"


def test_only_what_is_published_is_in_it(build: BuildSite) -> None:
    done = build(
        {
            f"{status}.md": HEAD.format(title=status, status=status) + QUOTING
            for status in ("published", "draft", "hidden")
        }
    ).require_success()

    record = json.loads(done.text("quotations.json"))

    assert [each["url"] for each in record["articles"]] == ["/published/"]
    assert [each["article"] for each in record["quotations"]] == ["/published/"]
    assert done.text("quotations.csv").count("It flows.") == 1


def test_an_id_stays_when_the_text_around_it_is_edited(build: BuildSite) -> None:
    head = HEAD.format(title="A", status="published")
    before = build({"a.md": head + QUOTING}).require_success()
    [first] = json.loads(before.text("quotations.json"))["quotations"]

    edited = build({"a.md": f"{head}More.\n\n> It ebbs.\n>\n> — Ana Example\n\n{QUOTING}"})
    after = json.loads(edited.require_success().text("quotations.json"))["quotations"]

    assert [each["url"] for each in after if each["paragraphs"] == ["It flows."]] == [first["url"]]
    assert len(after) == 2


def test_hostile_words_are_text(build: BuildSite) -> None:
    evil = '</script><b>"x\\'
    done = build(
        {
            "a.md": HEAD.format(title=f"A {evil}", status="published")
            + f"> It flows.\n>\n> — Nino {evil}, {evil}\n\nIt does.\n"
        }
    ).require_success()

    record = json.loads(done.text("quotations.json"))

    assert list(VALIDATOR.iter_errors(record)) == []
    assert evil in record["articles"][0]["title"]
    assert record["quotations"][0]["person"] == f"Nino {evil}"
    assert record["quotations"][0]["role"] == evil


def test_a_site_that_quotes_nobody_has_an_empty_record(build: BuildSite) -> None:
    done = build({"a.md": "Title: A\nDate: 2026-03-14\n\nIt flows.\n"}).require_success()

    record = json.loads(done.text("quotations.json"))

    assert list(VALIDATOR.iter_errors(record)) == []
    assert (record["sources"], record["articles"], record["quotations"]) == ([], [], [])


def test_each_record_has_a_line_of_its_own() -> None:
    text = "".join(lines({"a": 1, "b": "მ"}, c=[{"d": 1}, {"d": 2}], e=[]))

    assert text == '{\n"a": 1,\n"b": "მ",\n"c": [\n{"d": 1},\n{"d": 2}\n],\n"e": [\n]\n}\n'
    assert json.loads(text) == {"a": 1, "b": "მ", "c": [{"d": 1}, {"d": 2}], "e": []}
