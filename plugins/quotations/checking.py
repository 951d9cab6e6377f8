"""Comparing one quotation with its source, and saying what was found as problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from citations import Citation, Library, SnapshotError
from problems import Location, Problem, Severity
from verification import (
    Difference,
    QuotationError,
    Result,
    Snapshot,
    Verification,
    missing_negations,
    verify,
)

MOST_DIFFERENCES = 3
UNDETERMINED = "und"  # ISO 639-2: that a language is missing is told elsewhere


@dataclass(slots=True, kw_only=True)
class Checker:
    """Checks quotations against the snapshots of a library; *strict* makes unchecked an error."""

    library: Library
    strict: bool = False
    problems: list[Problem] = field(default_factory=list)
    _snapshots: dict[str, Snapshot | None] = field(default_factory=dict)

    def say(
        self,
        message: str,
        code: str,
        location: Location | None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note a problem."""
        self.problems.append(
            Problem(message=message, code=code, location=location, severity=severity)
        )

    def citation(self, key: str, location: Location | None) -> Citation | None:
        """Return the recorded work; an unknown key is an error that proposes the nearest."""
        citation = self.library.citation(key)
        if citation is None and key:
            self.say(self.library.unknown(key), "unknown-citation", location)
        return citation

    def snapshot(self, citation: Citation | None) -> Snapshot | None:
        """Return the text of the work, or None; one that cannot be read is an error."""
        if citation is None:
            return None
        if citation.key not in self._snapshots:
            self._snapshots[citation.key] = self._read(citation)
        return self._snapshots[citation.key]

    def _read(self, citation: Citation) -> Snapshot | None:
        try:
            return self.library.snapshot(citation)
        except SnapshotError as error:
            location = Location(path=citation.snapshot, line=error.line)
            self.say(str(error), "snapshot", location)
            return None

    def check(
        self,
        paragraphs: Sequence[str],
        citation: Citation | None,
        *,
        language: str,
        location: Location | None,
        advice: str = "",
        quiet: bool = False,
    ) -> Verification:
        """Compare *paragraphs* with the snapshot of *citation*.

        *advice* is added where the words are not there; *quiet* where it was said
        already why they cannot be checked.
        """
        snapshot = self.snapshot(citation)
        try:
            found = verify(paragraphs, snapshot, language=language)
        except QuotationError as error:
            self.say(str(error), error.code, location)
            return Verification()
        if citation is None or snapshot is None:
            if not quiet and not (citation and citation.snapshot.is_file()):
                self.unchecked(citation, location)
            return Verification()
        if language != UNDETERMINED and (caution := missing_negations(language)):
            # Without a place it is one problem, however many quotations there are.
            self.say(caution.message, caution.code, None, Severity.WARNING)
        self._say(found, citation, location, advice)
        return found

    def unchecked(self, citation: Citation | None, location: Location | None) -> None:
        """Say that there is no text of the work to compare with."""
        missing = (
            f"keep its text in citations/{citation.key}.txt"
            if citation
            else "record the work and cite it as [@key], with its text beside it"
        )
        severity = Severity.ERROR if self.strict else Severity.WARNING
        self.say(f"not checked: there is no snapshot; {missing}", "unchecked", location, severity)

    def _say(
        self,
        found: Verification,
        citation: Citation,
        location: Location | None,
        advice: str,
    ) -> None:
        place = f"citations/{citation.snapshot.name}"
        if found.line:
            place = f"{place}:{found.line}"
        if found.result is Result.DRIFTED:
            self.say(f"differs from {place}: {differences(found)}", "drifted", location)
        elif found.result is Result.ABSENT:
            self.say(f"nothing like it is in {place}{advice}", "absent", location)
        for caution in found.cautions:
            self.say(caution.message, caution.code, location, Severity.WARNING)


def differences(found: Verification) -> str:
    """Return what differs: the note, and the first of the words."""
    shown = [_difference(each) for each in found.differences[:MOST_DIFFERENCES]]
    more = len(found.differences) - len(shown)
    if more > 0:
        shown.append(f"and {more} more")
    return "; ".join(part for part in (found.note, *shown) if part)


def _difference(difference: Difference) -> str:
    if not difference.source:
        return f"“{difference.quoted}” is not there"
    if not difference.quoted:
        return f"“{difference.source}” is missing"
    return f"“{difference.quoted}” is “{difference.source}” there"
