"""The outlet of a work: described when the work is kept, or later."""

from __future__ import annotations

from pathlib import Path

from capture.outcome import Outcome, as_text
from tests.capture.support import Courier, cite, page

HEAD = '<meta property="og:site_name" content="Kura Courier">'


def test_an_outlet_can_be_described_after_its_work_was_kept(outlet: Courier, content: Path) -> None:
    url = outlet.put("/water", page(head=HEAD))
    first = cite(url, content)

    again = cite(url, content, describe=lambda _: True)

    assert "unknown-outlet" in [each.code for each in first.notices]
    assert (again.outcome, again.files) == (
        Outcome.UNCHANGED,
        (content / "sources/kura-courier.md",),
    )
    assert "Kura Courier" in again.files[0].read_text(encoding="utf-8")
    assert [each.message for each in again.notices] == [
        f"write “container: kura-courier” into {first.key}.yaml instead of “container-title”"
    ]
    assert "its outlet was described" in as_text(again)
