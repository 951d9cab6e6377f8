"""Articles and pages as bytes, without what every text of a site shares."""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from typing import Any

from pelican.urlwrappers import Author, Category, Tag, URLWrapper

from incremental.asking import shared_name, shared_object
from incremental.contents import BESIDE, Kept

SETTINGS, CONTEXT = "settings", "context"
SUBJECTS: dict[str, type[URLWrapper]] = {"Author": Author, "Category": Category, "Tag": Tag}
_OWN = frozenset({"settings", "_name", "_slug", "_slug_from_name"})


class Packer(pickle.Pickler):
    """Packs the state of a text: settings are named, and subjects by what they consist of."""

    def __init__(self, file: io.BytesIO, settings: object, context: object) -> None:
        super().__init__(file, protocol=5)
        self._shared: dict[int, object] = {id(settings): SETTINGS, id(context): CONTEXT}

    def persistent_id(self, value: Any) -> object:
        """Return the name of what is not packed; None for all else."""
        if shared := self._shared.get(id(value)) or shared_name(value):
            return shared
        if isinstance(value, URLWrapper) and type(value).__name__ in SUBJECTS:
            if vars(value).keys() - _OWN:
                raise pickle.PicklingError("somebody gave a subject more than Pelican does")
            own = self._shared.get(id(value.settings)) or shared_name(value.settings)
            if own is None:
                raise pickle.PicklingError("a subject has settings of its own")
            slug, derived = value.slug, value._slug_from_name
            return type(value).__name__, value.name, slug, derived, own
        return None


class Unpacker(pickle.Unpickler):
    """Unpacks what `Packer` packed; of equal subjects there is one."""

    def __init__(self, file: io.BytesIO, shared: Mapping[object, object], known: dict[Any, Any]):
        super().__init__(file)
        self._shared, self._known = shared, known

    def persistent_load(self, name: Any) -> object:
        """Return what is named."""
        if isinstance(name, str):
            return self._shared[name]
        subject = self._known.get(name)
        if subject is None and len(name) == 2:
            subject = self._known[name] = shared_object(*name)
        if subject is None:
            kind, called, slug, derived, own = name
            settings = self._shared[own] if isinstance(own, str) else shared_object(*own)
            subject = SUBJECTS[kind](called, settings)
            subject._slug, subject._slug_from_name = slug, derived
            self._known[name] = subject
        return subject


def pack(text: Kept) -> bytes:
    """Return the state of *text*. Raises what pickle raises where it holds what cannot be kept."""
    file = io.BytesIO()
    state = {
        name: value
        for name, value in vars(text).items()
        if name not in BESIDE and not name.startswith("_trace")
    }
    shared: Any = text
    Packer(file, shared.settings, shared._context).dump(state)
    return file.getvalue()
