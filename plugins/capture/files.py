"""The files of a work: those that were kept before, and new ones, never over what is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from capture.addresses import same_page
from capture.model import CaptureError, Work
from capture.outlets import Outlet
from citations import Citation
from files import write_new


def citation_fields(
    work: Work, *, outlet: Outlet, url: str, accessed: str, archive: str = ""
) -> dict[str, object]:
    """Return the fields of ``citations/<key>.yaml``, in CSL’s terms, without the unknown."""
    fields = {
        "type": work.type,
        "title": work.title,
        "author": [{part: said for part, said in asdict(n).items() if said} for n in work.authors],
        "container": outlet.source.slug if outlet.source else "",
        "container-title": "" if outlet.source else outlet.name,
        "URL": url,
        "language": work.language,
        "issued": str(work.issued or ""),
        "accessed": accessed,
        "archive": archive,
    }
    return {name: value for name, value in fields.items() if value}


def as_snapshot(work: Work) -> bytes:
    """Return what ``citations/<key>.txt`` holds."""
    return f"{work.text}\n".encode()


def write_all_new(files: Mapping[Path, bytes]) -> None:
    """Write all of *files*, none of which may exist; where one cannot be written, none is.

    Raises CaptureError.
    """
    with ExitStack() as undo:
        for path, content in files.items():
            try:
                write_new(path, content)
            except OSError as error:
                raise _unwritten(path, error) from error
            undo.callback(path.unlink, missing_ok=True)
        undo.pop_all()


def _unwritten(path: Path, error: OSError) -> CaptureError:
    if path.exists():
        message = f"{path} is there already, and stays as it is; choose another --key"
        return CaptureError(message, "key-taken")
    advice = "look whether its folder may be written to, and has room"
    return CaptureError(f"cannot write {path} ({error.strerror}); {advice}", "not-written")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A citation of a page, and its text, or None where none was kept."""

    citation: Citation
    text: str | None

    @property
    def day(self) -> str:
        """When it was read, in ISO 8601, or an empty text."""
        return str(self.citation.accessed or "")


def captures_of(urls: Iterable[str], citations: Iterable[Citation]) -> list[Capture]:
    """Return all that was kept of the page at *urls*, the oldest first."""
    places = {same_page(url) for url in urls if url}
    found = [
        Capture(citation=each, text=text_of(each))
        for each in citations
        if each.url and same_page(each.url) in places
    ]
    return sorted(found, key=lambda capture: (capture.day, capture.citation.key))


def text_of(citation: Citation) -> str | None:
    """Return the text that was kept; raises CaptureError where it cannot be read."""
    if not citation.snapshot.is_file():
        return None
    try:
        return citation.snapshot.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{citation.snapshot} is not UTF-8; save it as UTF-8"
        raise CaptureError(message, "snapshot") from error
