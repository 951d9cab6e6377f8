"""The raw page, as a web archive would keep it."""

from __future__ import annotations

import gzip
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from citations import Library
from tests.capture.support import Courier, cite, page


def test_what_the_server_sent_is_kept_byte_by_byte(outlet: Courier, content: Path) -> None:
    packed = gzip.compress(page().encode())
    outlet.put("/2026/water", packed, headers={"Content-Encoding": "gzip", "X-Page": "1"})
    url = outlet.lead("/water", "/2026/water?id=1")

    kept = cite(url, content, with_warc=True)

    [path] = [path for path in kept.files if path.name.endswith(".warc.gz")]
    assert path == content / "citations" / f"{kept.key}.warc.gz"
    with path.open("rb") as file:
        info, response, request = (
            (
                record.rec_type,
                record.rec_headers,
                record.http_headers,
                record.raw_stream.read(),
            )
            for record in ArchiveIterator(file, check_digests="raise")
        )
    assert [info[0], response[0], request[0]] == ["warcinfo", "response", "request"]
    assert response[1].get_header("WARC-Target-URI") == f"{outlet.url}/2026/water?id=1"
    assert response[1].get_header("WARC-IP-Address") == "127.0.0.1"
    assert response[1].protocol == "WARC/1.1"
    assert response[2].statusline == "200 OK"
    assert response[2].get_header("X-Page") == "1"
    assert response[3] == packed
    assert request[2].protocol == "GET"
    assert request[2].statusline == "/2026/water?id=1 HTTP/1.1"
    assert request[2].get_header("User-Agent").startswith("Verbatim/")


def test_it_is_no_part_of_the_record(outlet: Courier, content: Path) -> None:
    cite(outlet.put("/water", page()), content, with_warc=True)

    assert Library.load(content).problems == ()


def test_nothing_is_kept_raw_unless_asked_for(outlet: Courier, content: Path) -> None:
    cite(outlet.put("/water", page()), content)

    assert list(content.rglob("*.warc.gz")) == []
