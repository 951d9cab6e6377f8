"""Who may import whom: rules that nobody has to remember."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from tests.support.building import PROJECT

PLUGINS = PROJECT / "plugins"

# What a text and the site carry, each told by its own package, of which the contract knows the
# types alone; and what is more than data, and kept for all.
CARRIED = {
    *(
        f"{name}.model"
        for name in "assets comments images metadata quotations read_on record search settings"
        " sharing".split()
    ),
    *"citations languages.listings languages.pages languages.translator".split(),
}

# A package may use these packages or modules of ours, and itself.
# A new package states its own here.
PACKAGES: dict[str, set[str]] = {
    "problems": set(),
    "files": set(),
    "options": {"problems"},
    "verification": set(),
    "languages": {"incremental", "contract", "quotations.model"},
    "citations": {"incremental", "problems", "files", "verification"},
    "contract": {"incremental", "problems", "files", *CARRIED},
    "metadata": {"incremental", "problems", "files", "languages", "contract"},
    "quotations": {
        *"problems files options verification languages citations contract".split(),
    },
    "record": {
        *("incremental", "problems", "verification", "languages", "citations", "contract"),
        "quotations",
    },
    "structured_data": {
        *"incremental problems options languages.translator citations".split(),
        *"contract metadata.model quotations record.model comments.model".split(),
    },
    "feeds": {
        *"incremental problems files languages citations contract quotations images.model".split(),
    },
    "read_on": {"problems", "verification", "contract", "metadata.checks"},
    "sharing": {
        *"problems files options languages contract quotations images.model assets.model".split(),
    },
    "sitemaps": {"problems", "files", "contract", "options"},
    "capture": {"problems", "files", "verification", "citations"},
    "bibliography": {"problems", "files", "verification", "citations"},
    "comments": {"problems", "files", "options", "languages", "contract", "assets"},
    "images": {"incremental", "problems", "files", "options", "contract", "quotations"},
    "local_site": {"comments"},
    "commands": {
        *"problems files citations capture".split(),
        *"bibliography comments local_site new_publication".split(),
    },
    "fast_markdown": set(),
    "incremental": set(),
    "active_content": {"incremental", "problems", "options", "contract"},
    "strict_build": {"incremental", "problems", "files", "contract"},
    "assets": {"problems", "files", "contract", "options"},
    "search": {"problems", "languages", "contract", "quotations"},
    "settings": {"problems", "contract", "options", "languages"},
    "site_check": {"problems", "contract", "languages"},
    "verbatim": set(),
    "new_publication": {"problems", "files", "metadata.slugs"},
}

# Each package stands on one floor, and uses its own and those below. The order is DESIGN's, but:
# `languages` stands with the records, as pages in a language are lists of texts, and so does
# `assets`, which says in the contract where they are; `settings` has the menu that pages show.
FLOORS: tuple[set[str], ...] = (
    {"problems", "files", "options", "fast_markdown", "incremental"},
    {"verification"},
    {"citations", "contract", "languages", "assets"},
    {"quotations", "metadata", "capture", "bibliography"},
    {
        *("record", "structured_data", "feeds", "search", "sharing", "read_on", "comments"),
        *("images", "settings", "active_content"),
    },
    {"strict_build", "site_check", "sitemaps"},
    {"commands", "local_site", "new_publication", "verbatim"},
)
# Data that the contract is made of stands beside it, whosever it is.
RECORDS = 2

# Of its own package, a module, or a package inside one, may use only these.
ROOMS: dict[str, set[str]] = {
    "problems.model": set(),
    "verification.model": set(),
    "citations.model": set(),
    "quotations.model": {"verification", "citations"},
    "contract": {"contract", "incremental", "problems", "files", *CARRIED},
    "comments.model": {"problems"},
    "images.model": {"options"},
    "metadata.model": set(),
    "read_on.model": {"contract.piece"},
    "record.model": {
        "incremental",
        "citations",
        "quotations.model",
        "contract",
        "languages.addresses",
    },
    "search.model": {"languages.addresses"},
    "settings.model": set(),
    "sharing.model": set(),
    "assets.model": set(),
}

# What others use of these, the package itself hands on; its modules are its own.
FACES = {"verification", "citations"}

# A library is met only in modules or packages of these names: the seam, and more that say why.
SEAMS: dict[str, set[str]] = {
    # To make Python-Markdown fast is all that fast_markdown does.
    # Building says what Markdown is set up with.
    "markdown": {"markdown_ext", "reader", "fast_markdown", "building"},
    # The collector reads Pelican's log, which is where Pelican says what went wrong.
    # To make any Pelican build less is all that incremental does.
    "pelican": {
        *("plugin", "reader", "generator", "writer", "pelican_class", "collector"),
        "incremental",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A module of ours, by its dotted name."""

    name: str
    path: Path

    @property
    def package(self) -> str:
        return self.name.partition(".")[0]

    @property
    def last_name(self) -> str:
        return self.name.rpartition(".")[2]


def dotted(path: Path) -> str:
    parts = path.relative_to(PLUGINS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = [Module(name=dotted(path), path=path) for path in sorted(PLUGINS.rglob("*.py"))]
NAMES = {module.name for module in MODULES}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return all that the module at *path* is made of; to walk through it takes long."""
    return tuple(ast.walk(tree(path)))


def named_in(nodes: Iterable[ast.AST]) -> set[str]:
    """Return the dotted names that import statements among *nodes* name.

    ``from quotations import plugin`` names the module quotations.plugin, where there is one.
    """
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inside & NAMES) or {node.module}
    return found


@cache
def imports(module: Module) -> set[str]:
    """Return everything *module* imports, wherever in it."""
    return named_in(nodes(module.path))


@cache
def ours(module: Module) -> set[str]:
    """Return what *module* imports of this project."""
    return {name for name in imports(module) if lies_in(name, set(PACKAGES))}


def lies_in(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def arrows(module: Module, used: Iterable[str]) -> set[str]:
    return {f"{module.name} → {name}" for name in used}


def test_every_package_states_what_it_may_use() -> None:
    assert {module.package for module in MODULES} == set(PACKAGES)


def test_a_module_uses_only_what_its_package_may() -> None:
    astray: set[str] = set()
    for module in MODULES:
        allowed = PACKAGES.get(module.package, set()) | {module.package}
        astray |= arrows(module, (name for name in ours(module) if not lies_in(name, allowed)))

    assert astray == set()


def floor_of(name: str) -> int:
    """Return the floor that the module or package *name* stands on, from 0."""
    package = name.partition(".")[0]
    if lies_in(name, CARRIED):
        return RECORDS
    return next((number for number, each in enumerate(FLOORS) if package in each), len(FLOORS))


def test_every_package_stands_on_one_floor() -> None:
    assert sorted(package for floor in FLOORS for package in floor) == sorted(PACKAGES)


def test_a_module_uses_only_its_own_floor_and_those_below() -> None:
    astray: set[str] = set()
    for module in MODULES:
        own = floor_of(module.name)
        astray |= arrows(module, (name for name in ours(module) if floor_of(name) > own))

    assert astray == set()


def test_a_room_uses_only_what_it_may() -> None:
    astray: set[str] = set()
    for module in MODULES:
        for room, allowed in ROOMS.items():
            if lies_in(module.name, {room}):
                used = (name for name in ours(module) if not lies_in(name, allowed))
                astray |= arrows(module, used)

    assert astray == set()


def test_a_package_is_used_through_its_face() -> None:
    astray = {
        arrow
        for module in MODULES
        for face in FACES - {module.package}
        for arrow in arrows(module, (name for name in ours(module) if name.startswith(f"{face}.")))
    }

    assert astray == set()


def test_a_library_is_met_only_at_its_seam() -> None:
    astray: set[str] = set()
    for module in MODULES:
        names = {module.last_name, module.package}
        met = {name.partition(".")[0] for name in imports(module)} & set(SEAMS)
        astray |= arrows(module, (lib for lib in met if names.isdisjoint(SEAMS[lib])))

    assert astray == set()


def test_no_module_needs_itself_to_be_imported_first() -> None:
    needs = {module.name: named_in(tree(module.path).body) & NAMES for module in MODULES}

    TopologicalSorter(needs).prepare()  # raises CycleError, which names the circle
