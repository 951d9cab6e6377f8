"""Plugins state what they take and give, and speak to each other through the contract alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from pelican.settings import DEFAULT_CONFIG

from tests.test_architecture import MODULES, lies_in, nodes, tree

# Where a library says that something may be anything.
ANYTHING = {
    # click hands on what commands are made with; values of any type are the subject of options.
    *("commands", "options"),
    # Python-Markdown makes extensions of what a site's settings say, and tornado its handlers.
    *("fast_markdown", "quotations.markdown_ext", "local_site.showing"),
    # Whatever plugins hang onto the texts of any Pelican site.
    "incremental",
}
TEMPLATES_OWN = {"JINJA_GLOBALS", "JINJA_FILTERS"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def public_functions(body: list[ast.stmt]) -> Iterator[Function]:
    for node in body:
        public = not getattr(node, "name", "_").startswith("_")
        if isinstance(node, ast.ClassDef) and public:
            yield from public_functions(node.body)
        elif isinstance(node, Function) and (public or node.name == "__init__"):
            yield node


def may_be_anything(function: Function) -> bool:
    """Tell whether an argument of *function*, or what it returns, is `Any`."""
    arguments = [each.annotation for each in ast.walk(function.args) if isinstance(each, ast.arg)]
    stated = filter(None, (*arguments, function.returns))
    names = (node for each in stated for node in ast.walk(each) if isinstance(node, ast.Name))
    return any(name.id == "Any" for name in names)


def setting(node: ast.AST) -> ast.expr | None:
    """Return the key of ``settings[key]``, whatever the settings belong to."""
    if not isinstance(node, ast.Subscript):
        return None
    owner = getattr(node.value, "id", getattr(node.value, "attr", ""))
    return node.slice if owner == "settings" else None


def test_a_public_function_says_what_it_takes_and_gives() -> None:
    untyped = {
        f"{module.name}.{function.name}"
        for module in MODULES
        if not lies_in(module.name, ANYTHING)
        for function in public_functions(tree(module.path).body)
        if may_be_anything(function)
    }

    assert untyped == set()


def test_only_the_contract_adds_a_key_to_the_settings() -> None:
    added = set()
    for module in MODULES:
        for node in nodes(module.path):
            key = setting(node)
            written = key is not None and isinstance(getattr(node, "ctx", None), ast.Store)
            if written and isinstance(key, ast.Constant) and key.value not in DEFAULT_CONFIG:
                added.add(f"{module.name}: {key.value!s}")
            elif written and isinstance(key, ast.Name) and key.id.isupper():
                added.add(f"{module.name}: {key.id}")

    assert added == {"contract.publication: PUBLICATION"}


def test_what_templates_are_given_is_read_by_no_plugin() -> None:
    read = {
        f"{module.name}:{node.lineno}"
        for module in MODULES
        for node in nodes(module.path)
        if isinstance(node, ast.Subscript | ast.Attribute)
        and isinstance(key := setting(node.value), ast.Constant)
        and key.value in TEMPLATES_OWN
    }

    assert read == set()
