"""The tree of a template with a count at every step: loops, macros, blocks, files, and what is put together."""

from __future__ import annotations

from typing import Any, Final

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

_LISTS: Final = (nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair)
STEP, JOINED, FLAT = " step", " joined", " flat"
"""Filters that only we can name: no template can write a space before a name."""


def metered(tree: nodes.Template) -> nodes.Template:
    """The tree of a template with the counts in it."""
    counted: nodes.Template = _Metered().visit(tree)
    return counted


class _Metered(NodeTransformer):
    """Makes every turn of a loop and every macro, block and file count what it consists of.

    Texts that are put together (`~`), and lists written in the template, go through a filter that bounds them.
    """

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - named after the node
        return self._counted(node)

    visit_For = visit_Macro = visit_CallBlock = visit_Block = visit_Template  # noqa: N815

    def _counted(self, node: Any) -> nodes.Node:
        weight = 1 + sum(1 for each in node.body for _ in each.find_all(nodes.Node))
        self.generic_visit(node)
        node.body.insert(0, _like(node, nodes.ExprStmt(_filter(nodes.Const(weight), STEP))))
        return node  # type: ignore[no-any-return]

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _like(node, _filter(nodes.List(node.nodes), JOINED))

    def visit_List(self, node: nodes.List | nodes.Tuple | nodes.Dict) -> nodes.Node:  # noqa: N802
        plain = getattr(node, "ctx", "") == "store" or _is_constant(node)
        self.generic_visit(node)
        return node if plain else _like(node, _filter(node, FLAT))

    visit_Tuple = visit_Dict = visit_List  # noqa: N815


def _is_constant(node: nodes.Node) -> bool:
    """Whether nothing in a list but the template itself decides what it holds."""
    inner = node.iter_child_nodes()
    return isinstance(node, nodes.Const) or (isinstance(node, _LISTS) and all(map(_is_constant, inner)))


def _filter(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None)


def _like(node: nodes.Node, new: nodes.Node) -> nodes.Node:
    if node.environment is not None:
        new.set_environment(node.environment)
    return new.set_lineno(node.lineno)
