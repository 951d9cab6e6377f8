"""One work while it is read: what a citation can say of it, what it cannot, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bibliography.model import Contents, Item
from bibliography.texts import language_code, one_line, paragraphs
from citations import web_url
from problems import Location, Problem
from verification import QuotationError

# These may have paragraphs.
LONG = frozenset({"abstract", "note"})


def contents_of(drafts: Sequence[Draft], problems: Sequence[Problem] = ()) -> Contents:
    """Return the works of *drafts* that can be used, and *problems* with those of the others."""
    return Contents(
        items=tuple(item for draft in drafts if (item := draft.item())),
        problems=(*problems, *(problem for draft in drafts for problem in draft.problems)),
    )


@dataclass(slots=True, kw_only=True)
class Draft:
    """Gathers the fields of one work; *name* is how problems call it."""

    name: str
    location: Location
    wish: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fail(self, message: str) -> None:
        """Say what has to be mended before the work can be taken over."""
        self.problems.append(
            Problem(message=f"{self.name}: {message}", code="bad-item", location=self.location)
        )

    def leave_out(self, what: str, why: str = "") -> None:
        self.left_out.append(f"{what} ({why})" if why else what)

    def put(self, name: str, text: str) -> None:
        """State the field *name*; one that is stated already stays, and this is left out."""
        text = paragraphs(text) if name in LONG else one_line(text)
        if text and self.fields.setdefault(name, text) != text:
            self.leave_out(f"a second {name}", text)

    def put_language(self, text: str) -> None:
        if code := language_code(text):
            self.put("language", code)
        elif text := one_line(text):
            self.leave_out("language", f"“{text}” is no language that we know")

    def put_address(self, name: str, text: str) -> None:
        text = one_line(text)
        try:
            self.put(name, web_url(text) if text else "")
        except QuotationError:
            self.leave_out(name, f"“{text}” is no web address")

    def put_names(self, name: str, names: list[dict[str, str]]) -> None:
        if names := [each for each in names if each]:
            self.fields[name] = names

    def item(self) -> Item | None:
        """Return the work, or None where something is wrong with it."""
        if self.problems:
            return None
        return Item(
            wish=self.wish,
            fields=self.fields,
            location=self.location,
            left_out=tuple(dict.fromkeys(self.left_out)),
        )
