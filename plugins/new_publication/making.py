"""Putting a new publication in the place of the sample."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from files import replace_text
from new_publication.facts import facts
from new_publication.model import NotPossibleError, Publication
from new_publication.sample import CONF, LIST, content_files, own_files
from new_publication.texts import privacy, texts

MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What has to be done: the files to remove, and the texts to write by their paths."""

    root: Path
    removed: tuple[Path, ...]
    written: dict[str, str]

    def carry_out(self) -> None:
        """Remove the sample, and write the publication.

        The sample's list is the last to go: until then, the command can be given again.
        """
        for path in self.removed:
            path.unlink()
        for folder in [path for path in (self.root / "content").iterdir() if path.is_dir()]:
            shutil.rmtree(folder)  # only empty ones are left
        for name, text in self.written.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_text(path, text)
        (self.root / LIST).unlink()


def plan(root: Path, publication: Publication, *, remove_own: bool = False) -> Plan:
    """Return what makes the sample in *root* into *publication*.

    Raises NotPossibleError where *root* holds what is not the sample's, unless it may be removed.
    """
    own = own_files(root)
    if own and not remove_own:
        more = f" and {len(own) - MOST_NAMED} more" if len(own) > MOST_NAMED else ""
        raise NotPossibleError(
            f"not of the sample, or changed: {', '.join(own[:MOST_NAMED])}{more}; take them"
            " elsewhere, or say --remove-own to lose them"
        )
    content = {f"content/{name}": text for name, text in texts(publication).items()}
    conf = facts(publication, comments=privacy(publication.languages))
    return Plan(root=root, removed=tuple(content_files(root)), written={**content, CONF: conf})
