"""robots.txt and security.txt."""

from __future__ import annotations

import datetime

import pytest

from problems import Severity
from sitemaps.security import read_security
from tests.support.building import Build, BuildSite

NOW = datetime.datetime(2026, 3, 14, 12, tzinfo=datetime.UTC)
CONTACT = "mailto:security@kelp.example"
PIECE = {"articles/a.md": "Title: A\nDate: 2026-03-14 09:00\nCategory: Rivers\n\nText."}


def test_a_published_site_asks_everybody_in_and_names_its_sitemaps(published_site: Build) -> None:
    lines = published_site.text("robots.txt").splitlines()

    assert lines[:2] == ["User-agent: *", "Allow: /"]
    named = [line.removeprefix("Sitemap: ") for line in lines if line.startswith("Sitemap: ")]
    assert len(named) == 2
    assert all(url.startswith("https://") for url in named)
    assert all((published_site.output / url.rpartition("/")[2]).exists() for url in named)


def test_the_local_site_asks_nobody_in(local_site: Build) -> None:
    assert local_site.text("robots.txt") == "User-agent: *\nDisallow: /\n"
    assert not list(local_site.output.glob("*sitemap*"))
    assert not (local_site.output / ".well-known").exists()


def test_a_preview_asks_nobody_in(build: BuildSite) -> None:
    site = build(PIECE, conf="publishconf.py", PREVIEW=True)

    assert site.text("robots.txt") == "User-agent: *\nDisallow: /\n"
    assert not list(site.output.glob("*sitemap*"))


def test_a_robots_txt_of_the_sites_own_stays(build: BuildSite) -> None:
    own = "User-agent: greedy\nDisallow: /\n"

    site = build(
        {**PIECE, "extra/robots.txt": own},
        conf="publishconf.py",
        EXTRA_PATH_METADATA={"extra/robots.txt": {"path": "robots.txt"}},
    )

    assert site.text("robots.txt") == own
    assert (site.output / "sitemap.xml").exists()


def test_security_txt_says_whom_to_tell_and_until_when(published_site: Build) -> None:
    lines = published_site.text(".well-known/security.txt").splitlines()

    fields = dict(line.split(": ", 1) for line in lines)
    assert list(fields) == ["Contact", "Expires", "Preferred-Languages", "Canonical"]
    assert fields["Contact"].startswith("mailto:")
    assert datetime.datetime.fromisoformat(fields["Expires"]) > NOW
    assert fields["Canonical"].endswith("/.well-known/security.txt")
    assert fields["Preferred-Languages"].split(", ")[0] == "en"


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"contact": CONTACT, "expires": "2026-03-13"}, "expired on 2026-03-13"),
        ({"contact": CONTACT, "expires": "2027-12-01"}, "more than a year away"),
    ],
)
def test_a_security_txt_out_of_date_is_warned_about(setting: dict[str, object], said: str) -> None:
    security, problems = read_security(setting, host="post.example", languages=["en"], now=NOW)

    assert security
    assert [(problem.severity, said in problem.message) for problem in problems] == [
        (Severity.WARNING, True)
    ]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"policy": "https://post.example/"}, "needs “contact”"),
        ({"contact": CONTACT, "expires": "soon"}, "“expires” is a day"),
        (
            {"contact": "security@kelp.example", "expires": "2026-09-01"},
            "begins with mailto:",
        ),
        ({"contact": CONTACT, "expires": "2026-09-01", "contakt": ""}, "did you mean contact"),
    ],
)
def test_a_security_txt_that_says_nothing_is_an_error(
    setting: dict[str, object], said: str
) -> None:
    security, problems = read_security(setting, host="post.example", languages=["en"], now=NOW)

    assert security is None
    assert [(problem.severity, said in problem.message) for problem in problems] == [
        (Severity.ERROR, True)
    ]


@pytest.mark.parametrize(
    ("now", "expires"),
    [
        ((2026, 1, 1), "2026-12-01T23:59:59Z"),
        ((2026, 1, 31), "2026-12-01T23:59:59Z"),
        ((2026, 2, 1), "2027-01-01T23:59:59Z"),
        ((2027, 12, 31), "2028-11-01T23:59:59Z"),
    ],
)
def test_a_security_txt_holds_for_months_from_the_build(
    now: tuple[int, int, int], expires: str
) -> None:
    built = datetime.datetime(*now, tzinfo=datetime.UTC)

    security, problems = read_security(
        {"contact": "security"}, host="post.example", languages=["en"], now=built
    )

    assert security
    assert problems == []
    assert security.text("https://post.example/security.txt").splitlines()[:2] == [
        "Contact: mailto:security@post.example",
        f"Expires: {expires}",
    ]


def test_an_error_of_the_setting_fails_the_build(build: BuildSite) -> None:
    site = build(PIECE, SECURITY={"contact": CONTACT, "expires": "soon"})

    assert site.exit_code != 0
    assert site.codes() == ["security-txt"]
