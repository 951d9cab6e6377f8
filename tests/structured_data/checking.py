"""Whether a page's structured data says only what the vocabulary knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.structured_data.values import is_text, is_url
from tests.structured_data.vocabulary import TYPES

Node = dict[str, Any]


def faults(roots: list[Node]) -> list[str]:
    """Return what is wrong with the nodes of one page, each with where it stands."""
    found = [fault for root in roots for fault in _root(root)]
    return found + list(contradictions(all_nodes(roots)))


def all_nodes(value: object, where: str = "") -> list[tuple[str, Node]]:
    """Return every node in *value*, however deep, with where it stands."""
    if isinstance(value, list):
        return [each for item in value for each in all_nodes(item, where)]
    if not isinstance(value, dict):
        return []
    here = f"{where}/{value.get('@type', '')}"
    inner = [all_nodes(item, f"{here}.{name}") for name, item in value.items()]
    return [(here, value), *(each for nodes in inner for each in nodes)]


def contradictions(nodes: list[tuple[str, Node]]) -> Iterator[str]:
    """Yield what is said of one name in two ways: its type, or a value that is one everywhere."""
    said: dict[str, Node] = {}
    for where, node in nodes:
        known = said.setdefault(node.get("@id", ""), {}) if "@id" in node else {}
        for name in ("@type", "name", "url", "headline"):
            value = node.get(name)
            other = known.setdefault(name, value) if value else value
            if other != value and not (name == "@type" and _related(str(other), str(value))):
                yield f"{where}: {node['@id']} has the {name} {value!r}, and {other!r}"


def _related(one: str, other: str) -> bool:
    """Tell whether a thing can be both: the one is a kind of the other."""
    return one in TYPES[other].parents or other in TYPES[one].parents


def _root(root: Node) -> Iterator[str]:
    if root.get("@context") != "https://schema.org":
        yield f"@context is {root.get('@context')!r}"
    if "@id" not in root:
        yield f"{root.get('@type')}: it has no name, an @id"
    yield from _node({k: v for k, v in root.items() if k != "@context"}, "")


def _node(node: Node, where: str) -> Iterator[str]:
    if "@id" in node and not is_url(node["@id"]):
        yield f"{where}: the @id {node['@id']!r} is no address"
    if node.keys() == {"@id"}:
        return
    known = TYPES.get(str(node.get("@type")))
    here = f"{where}/{node.get('@type')}"
    if known is None:
        yield f"{here}: unknown type"
        return
    for name in sorted(known.required - node.keys()):
        yield f"{here}: {name} is missing"
    for name, value in node.items():
        if name in known.properties:
            yield from _values(value, known.properties[name], f"{here}.{name}")
        elif name not in ("@type", "@id"):
            yield f"{here}: unknown property {name}"
    yield from _order(node, here)


def _values(value: Any, allowed: Any, where: str) -> Iterator[str]:
    values = value if isinstance(value, list) else [value]
    if not values:
        yield f"{where}: an empty list"
    for each in values:
        if isinstance(allowed, frozenset):
            yield from _named(each, allowed, where)
        elif not allowed(each):
            yield f"{where}: {each!r} is not what {allowed.__name__} tells"


def _named(node: Any, allowed: frozenset[str], where: str) -> Iterator[str]:
    if not isinstance(node, dict):
        yield f"{where}: {node!r} is no node"
    elif "@type" in node and node["@type"] not in allowed:
        yield f"{where}: {node['@type']} is none of {', '.join(sorted(allowed))}"
    else:
        yield from _node(node, where)


def _order(node: Node, where: str) -> Iterator[str]:
    """Yield what is out of order: the steps of a way, or a change before its text."""
    if node["@type"] == "BreadcrumbList":
        steps = [each.get("position") for each in node.get("itemListElement", ())]
        if steps != list(range(1, len(steps) + 1)) or len(steps) < 2:
            yield f"{where}: the positions are {steps}"
    changed, published = node.get("dateModified"), node.get("datePublished")
    if is_text(changed) and is_text(published) and str(changed) < str(published):
        yield f"{where}: changed before it was published"
