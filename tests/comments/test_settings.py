"""The setting COMMENTS."""

from __future__ import annotations

import pytest

from comments.model import Load, Sentence
from comments.settings import read_service

PRIVACY = "Comments are kept on our own server."
SETTING = {"provider": "isso", "url": "https://comments.example.org", "privacy": PRIVACY}


def test_a_setting_becomes_a_service() -> None:
    service, problems = read_service(SETTING, siteurl="https://kura.example/review")

    assert problems == []
    assert service is not None
    assert service.name == "isso"
    assert service.load is Load.CLICK
    assert service.provider.sources["connect-src"] == ("https://comments.example.org",)
    assert service.site_origin == "https://kura.example"


def test_a_site_without_comments_has_no_service() -> None:
    assert read_service(SETTING | {"provider": "none"}) == (None, [])


def test_on_the_author_s_machine_the_site_has_no_origin() -> None:
    service, _ = read_service(SETTING, siteurl="")

    assert service is not None
    assert service.site_origin == ""


def test_a_server_behind_the_site_s_own_address_has_the_site_s_origin() -> None:
    service, _ = read_service(SETTING | {"url": "https://kura.example/isso/"})

    assert service is not None
    assert service.provider.sources["connect-src"] == ("https://kura.example",)


def test_the_privacy_sentence_is_in_the_language_of_the_page_where_there_is_one() -> None:
    sentences = {"ka": "ქართულად", "en": PRIVACY}
    service, _ = read_service(SETTING | {"privacy": sentences}, language="en")

    assert service is not None
    assert service.privacy_in("ka") == Sentence(text="ქართულად", language="ka")
    assert service.privacy_in("hy") == Sentence(text=PRIVACY, language="en")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"provider": "iso"}, "did you mean isso?", id="provider-misspelt"),
        pytest.param({"provider": "xyz"}, "remark42, waline, none", id="provider-unknown"),
        pytest.param({"provider": None}, "remark42, waline, none", id="provider-missing"),
        pytest.param({"lod": "now"}, "did you mean load?", id="key-misspelt"),
        pytest.param({"load": "klick"}, "did you mean click?", id="load-misspelt"),
        pytest.param({"load": ["click"]}, "is one of click, visible, now", id="load-no-word"),
        pytest.param({"url": "localhost:8080"}, "is an address, as", id="url-bare"),
        pytest.param({"url": 8080}, "is an address, as", id="url-no-text"),
        pytest.param({"url": "http://[::1"}, "is an address, as", id="url-malformed"),
        pytest.param(
            {"url": "https://a.example;script-src *"}, "is an address, as", id="url-policy"
        ),
        pytest.param({"url": "https://a.example, https://b"}, "is an address, as", id="url-two"),
        pytest.param({"url": " https://a.example"}, "is an address, as", id="url-spaced"),
        pytest.param({"provider": ["isso"]}, "is one of artalk", id="provider-list"),
        pytest.param({"close_after_days": 10**9}, "at most 36500", id="days-without-end"),
        pytest.param({"open_threads": "."}, "is a file of the output", id="file-that-is-a-folder"),
        pytest.param({"privacy": " "}, "says who keeps the comments", id="privacy-empty"),
        pytest.param({"privacy": {"ka": "…"}}, "en among them", id="privacy-not-in-site-language"),
    ],
)
def test_what_cannot_be_done_is_said(change: dict[str, object], message: str) -> None:
    service, problems = read_service(SETTING | change)

    assert service is None
    assert [problem.code for problem in problems] == ["comments-setting"]
    assert message in problems[0].message


def test_all_faults_are_said_at_once() -> None:
    _, problems = read_service({"provider": "isso", "load": "later", "colour": "red"})

    said = "\n".join(problem.message for problem in problems)
    assert len(problems) == 4
    for word in ("later", "colour", "privacy", "needs “url”"):
        assert word in said


def test_a_setting_that_is_no_dictionary_is_an_error() -> None:
    _, problems = read_service("isso")

    assert "COMMENTS is a dictionary" in problems[0].message
