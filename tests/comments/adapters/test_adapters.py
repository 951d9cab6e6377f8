"""Settings of the services, what they tell, and what is read from one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from comments.adapters.remark42 import Remark42
from comments.baking.reading import comments_of, counts_of
from comments.model import AnswerError, Archive, Spam
from comments.settings import read_service
from tests.comments.adapters.stub import ID, PRIVACY, SETTINGS, SITE, TALK, service, thread

THIRD_PARTIES = ("disqus", "giscus", "hyvor")
REMARK42 = Remark42(url=TALK, site_id="kura", base=SITE)


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        pytest.param("artalk", {"url": "talk"}, "is an address, as", id="artalk-url"),
        pytest.param("artalk", {"site": " "}, "the name that Artalk has", id="artalk-site"),
        pytest.param("artalk", {"sit": "x"}, "did you mean site?", id="artalk-misspelt"),
        pytest.param("comentario", {"url": 1}, "is an address, as", id="comentario-url"),
        pytest.param(
            "disqus", {"shortname": "kura.disqus.com"}, "before .disqus.com", id="disqus-host"
        ),
        pytest.param(
            "disqus", {"short_name": "x"}, "did you mean shortname?", id="disqus-misspelt"
        ),
        pytest.param("giscus", {"repo": "comments"}, "an owner and a name", id="giscus-repo"),
        pytest.param(
            "giscus", {"repo": "https://github.com/a/b"}, "an owner and a name", id="giscus-url"
        ),
        pytest.param("giscus", {"repo_id": "kura"}, "R_…", id="giscus-repo-id"),
        pytest.param("giscus", {"category": ""}, "the name of a category", id="giscus-category"),
        pytest.param("giscus", {"category_id": "R_1"}, "DIC_…", id="giscus-category-id"),
        pytest.param("hyvor", {"website_id": "1234"}, "is the number", id="hyvor-text"),
        pytest.param("hyvor", {"website_id": 0}, "is the number", id="hyvor-zero"),
        pytest.param("hyvor", {"websiteid": 1}, "did you mean website_id?", id="hyvor-misspelt"),
        pytest.param("remark42", {"site_id": "a b"}, "what SITE says", id="remark42-site"),
        pytest.param("remark42", {"base": "/talk"}, "“base” is an address", id="remark42-base"),
        pytest.param("hyvor", {"bake": True}, "cannot be read at build", id="bake"),
    ],
)
def test_a_setting_that_cannot_be_is_said(
    name: str, change: dict[str, object], message: str
) -> None:
    setting = {"provider": name, "privacy": PRIVACY, **SETTINGS[name], **change}

    found, problems = read_service(setting, siteurl=SITE)

    assert found is None
    assert [problem.code for problem in problems] == ["comments-setting"]
    assert message in problems[0].message


NEEDED = [(name, key) for name, settings in SETTINGS.items() for key in settings]


@pytest.mark.parametrize(("name", "key"), NEEDED)
def test_a_setting_that_is_needed_is_named(name: str, key: str) -> None:
    setting = {one: value for one, value in SETTINGS[name].items() if one != key}

    _, problems = read_service({"provider": name, "privacy": PRIVACY, **setting})

    [problem] = problems
    assert problem.message.startswith(f"COMMENTS needs “{key}”: ")


def test_only_those_that_others_run_link_to_a_policy_of_theirs() -> None:
    stated = {name for name in SETTINGS if service(name).provider.policy.startswith("https://")}

    assert stated == set(THIRD_PARTIES)


def test_a_link_to_a_comment_opens_nothing_of_a_third_party_s() -> None:
    unlinked = {name for name in SETTINGS if not service(name).provider.anchor}

    assert unlinked == set(THIRD_PARTIES)


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_a_site_need_say_who_keeps_the_comments_only_if_it_does(name: str) -> None:
    _, problems = read_service({"provider": name, **SETTINGS[name]}, siteurl=SITE)

    assert (problems == []) is (name in THIRD_PARTIES)


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_a_service_allows_its_own_origins_and_nothing_inline(name: str) -> None:
    own = [TALK, "https://giscus.app", "https://talk.hyvor.com", "https://disqus.com", "data:"]
    own += [f"https://{at}.disqus.com" for at in ("kura-review", "referrer", "links.services")]
    own += ["https://c.disquscdn.com"]
    # Two ways of writing that an element is hidden.
    own += ["'unsafe-hashes'", "'sha256-Z", "'sha256-b"]
    sources = {one for some in service(name).provider.sources.values() for one in some}

    assert sources
    assert [one for one in sources if not one.startswith(tuple(own))] == []


@pytest.mark.parametrize("name", ["artalk", "comentario", "remark42"])
def test_a_server_on_a_path_of_the_site_is_the_site_s_own(name: str) -> None:
    provider = service(name, url="/talk/").provider

    assert provider.sources["script-src"] == ("'self'",)
    assert provider.attributes(thread(name))["data-script"].startswith("/talk/")


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("comentario", "en en en en ru en"),
        ("disqus", "tr en en fa ru tr"),
        ("giscus", "az en ka fa ru tr"),
        ("remark42", "tr en en fa ru tr"),
    ],
)
def test_a_language_that_the_service_lacks_is_its_nearest_and_marked(
    name: str, spoken: str
) -> None:
    for language, known in zip("az hy ka fa ru tr".split(), spoken.split(), strict=True):
        of = thread(name, language=language)

        assert known in of.attributes.values()
        assert of.attributes.get("lang", language) == known


def test_how_spam_is_kept_out_follows_the_service() -> None:
    assert service("giscus").spam is Spam.LOGIN
    assert service("disqus").spam is Spam.SERVICE
    assert service("artalk").spam is Spam.MODERATION
    assert service("remark42", spam="akismet").spam is Spam.AKISMET


def one(number: int, **more: object) -> dict[str, object]:
    """Return a comment as Remark42 answers it."""
    time = f"2026-03-14T12:00:0{number}.123456789+04:00"
    user = {"name": "Nino Example", "id": "anonymous_1"}
    return {"id": f"c-{number}", "text": "<p>Mine.</p>", "user": user, "time": time, **more}


def test_only_remark42_of_these_can_be_read_at_build() -> None:
    found = {name for name in SETTINGS if isinstance(service(name).provider, Archive)}

    assert found == {"remark42"}


def test_comments_of_remark42_are_read_with_their_answers() -> None:
    asked: list[str] = []

    def fetch(url: str, *, body: object = None) -> object:
        asked.append(url)
        deleted = {"comment": one(2, delete=True, text="")}
        return {"comments": [{"comment": one(1), "replies": [deleted]}], "info": {"count": 1}}

    (top,) = REMARK42.comments(fetch, ID)

    address = "https%3A%2F%2Fkura.example%2Ffirst-address%2F"
    assert asked == [f"{TALK}/api/v1/find?site=kura&url={address}&sort=time&format=tree"]
    assert (top.id, top.author, top.text) == ("c-1", "Nino Example", "<p>Mine.</p>")
    assert top.written.astimezone(UTC) == datetime(2026, 3, 14, 8, 0, 1, 123456, tzinfo=UTC)
    assert [reply.text for reply in top.replies] == [""]


def test_counts_of_remark42_are_asked_for_together() -> None:
    def fetch(url: str, *, body: object = None) -> object:
        assert url == f"{TALK}/api/v1/counts?site=kura"
        assert body == [f"{SITE}{ID}", f"{SITE}/other/"]
        return [{"url": f"{SITE}{ID}", "count": 3}]

    assert REMARK42.counts(fetch, [ID, "/other/"]) == {ID: 3}


@pytest.mark.parametrize("answer", ["<html>", {"comments": [{}]}, [1], None, {"error": "site"}])
def test_what_is_no_answer_of_remark42_is_an_error(answer: object) -> None:
    def fetch(url: str, *, body: object = None) -> object:
        return answer

    with pytest.raises(AnswerError, match="Remark42"):
        comments_of(REMARK42, fetch, ID)
    with pytest.raises(AnswerError, match="Remark42"):
        counts_of(REMARK42, fetch, [ID])
