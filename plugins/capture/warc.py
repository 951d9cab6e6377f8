"""Keeping what went over the wire, in the form that web archives use (WARC/1.1, ISO 28500)."""

from __future__ import annotations

import io
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from capture.model import Exchange

# The pieces of a body were put together, so it says no longer that it comes in pieces.
IN_TRANSIT = frozenset({"transfer-encoding", "connection", "keep-alive"})
SOFTWARE = {"software": "Verbatim/0.1 (warcio)", "format": "WARC File Format 1.1"}


def warc(exchange: Exchange, *, name: str) -> bytes:
    """Return a gzipped WARC of one request and its answer; *name* is that of the file."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True, warc_version="WARC/1.1")
    writer.write_record(writer.create_warcinfo_record(name, SOFTWARE))
    parts = urlsplit(exchange.url)
    target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    asked = StatusAndHeaders(f"GET {target} HTTP/1.1", list(exchange.asked), is_http_request=True)
    kept = [each for each in exchange.answered if each[0].lower() not in IN_TRANSIT]
    answered = StatusAndHeaders(exchange.status, kept, protocol=exchange.version)
    date = exchange.began.strftime("%Y-%m-%dT%H:%M:%SZ")
    headers = {"WARC-IP-Address": exchange.address, "WARC-Date": date}
    response = writer.create_warc_record(
        exchange.url,
        "response",
        payload=io.BytesIO(exchange.body),
        length=len(exchange.body),
        http_headers=answered,
        warc_headers_dict=headers,
    )
    request = writer.create_warc_record(
        exchange.url, "request", http_headers=asked, warc_headers_dict=headers
    )
    writer.write_request_response_pair(request, response)
    return file.getvalue()
