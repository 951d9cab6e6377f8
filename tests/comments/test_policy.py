"""What pages may load, as they state it themselves."""

from __future__ import annotations

import pytest

from comments.adapters.isso import Isso
from comments.model import Service, Thread
from comments.policy import page_policy, policy, read_own

ISSO = Service(provider=Isso(url="https://talk.kura.example/isso"), privacy={"en": "Ours."})
THREAD = Thread(service=ISSO, id="/a/", title="A", language="en")


def test_a_page_without_comments_loads_nothing_but_the_site_s_own() -> None:
    assert "http" not in page_policy(None)
    assert "default-src 'none'" in page_policy(None)


def test_a_page_with_comments_may_talk_to_their_server_and_to_no_other() -> None:
    stated = page_policy(THREAD)

    assert "script-src 'self' https://talk.kura.example;" in stated
    assert "font-src 'none'" in stated


def test_a_server_on_the_site_s_own_origin_adds_none() -> None:
    own = Service(provider=Isso(url="/isso"), privacy={"en": "Ours."})

    assert policy(own)["script-src"] == "'self'"


def test_what_only_a_header_can_say_is_not_said_in_the_page() -> None:
    assert "frame-ancestors" in policy()
    assert "frame-ancestors" not in page_policy(None)


def test_a_site_adds_sources_of_its_own() -> None:
    own, problems = read_own({"font-src": ["https://fonts.example"]})

    assert problems == []
    assert policy(own=own)["font-src"] == "https://fonts.example"


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"scrip-src": ["https://a.example"]}, "did you mean script-src?"),
        ({"script-src": "https://a.example"}, "“script-src” is a list"),
        ({"script-src": ["https://a.example; object-src *"]}, "each in “script-src” is a source"),
        ({"script-src": ["self"]}, "marks, as \"'self'\", unlike 'self'"),
        (["script-src"], "is a dictionary"),
    ],
)
def test_a_policy_that_cannot_be_is_an_error(setting: object, message: str) -> None:
    _, problems = read_own(setting)

    assert message in str(problems[0])
