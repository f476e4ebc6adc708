"""What a tag may say: names, their parts, a few filters and comparisons; everything else is a problem.

The sandbox keeps a tag from reaching code; the short list here also keeps it from growing a text without bound,
and lets each mistake be told at its tag before anything is rendered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefgen.errors import Problem, did_you_mean
from briefgen.render.docx.own_names import ANY, TEXT, Shape, dotted
from briefgen.render.docx.own_tags import Tag, typographic_quote

FILTERS: Final = ("capitalize", "default", "first", "join", "last", "length", "lower", "trim", "upper")
_GROUPS: Final = (nodes.Compare, nodes.Operand, nodes.Not, nodes.Test, nodes.Concat, nodes.Add, nodes.Const)
_TEXTS: Final = "a list of texts"
_WANTED: Final = {
    "join": _TEXTS,
    **dict.fromkeys(("first", "last"), "a list"),
    **dict.fromkeys(("capitalize", "lower", "trim", "upper"), "a text"),
}
_PARSER: Final = Environment(autoescape=True)
_LOOP: Final = Shape("view", parts={name: TEXT for name in ("index", "first", "last", "length")})


@dataclass(slots=True)
class Expressions:
    """Reads the code of tags; notes every problem with the place of its tag."""

    names: Mapping[str, Shape]
    problems: list[Problem] = field(default_factory=list)

    def printed(self, tag: Tag, scopes: Iterable[Mapping[str, Shape]]) -> None:
        """Check what `{{ }}` prints."""
        expression = self._parsed(tag, f"{{{{ {tag.code} }}}}", nodes.Output)
        if isinstance(expression, nodes.Output):
            shape = self._shape(tag, expression.nodes[0], self._known(scopes))
            self._print(tag, shape)

    def condition(self, tag: Tag, scopes: Iterable[Mapping[str, Shape]]) -> None:
        """Check what `if` or `elif` asks."""
        found = self._parsed(tag, f"{{% if {tag.code.partition(' ')[2]} %}}{{% endif %}}", nodes.If)
        if isinstance(found, nodes.If):
            self._shape(tag, found.test, self._known(scopes))

    def loop(self, tag: Tag, scopes: Iterable[Mapping[str, Shape]]) -> dict[str, Shape]:
        """Check a `for`; returns the names that it introduces."""
        found = self._parsed(tag, f"{{% {tag.code} %}}{{% endfor %}}", nodes.For)
        if not isinstance(found, nodes.For) or not isinstance(found.target, nodes.Name):
            if found is not None:
                self._note(tag, "a loop names one thing at a time", "write {%p for ask in asks.stated %}")
            return {}
        known = self._known(scopes)
        listed = self._shape(tag, found.iter, known)
        if listed.kind not in ("list", "any"):
            self._note(tag, f"`{tag.code}` goes through what is not a list", self._lists())
        if found.test is not None or found.recursive:
            self._note(tag, "a loop takes neither `if` nor `recursive`", "put {%p if … %} inside the loop")
        return {found.target.name: listed.item or ANY, "loop": _LOOP}

    def _parsed(self, tag: Tag, source: str, kind: type[nodes.Node]) -> nodes.Node | None:
        if typographic_quote(tag):  # told already
            return None
        try:
            body = _PARSER.parse(source).body
        except TemplateSyntaxError as err:
            self._note(tag, f"the tag “{tag.code}” cannot be read: {err.message}", "compare it with the manual")
            return None
        return body[0] if len(body) == 1 and isinstance(body[0], kind) else None

    def _known(self, scopes: Iterable[Mapping[str, Shape]]) -> dict[str, Shape]:
        known = dict(self.names)
        for scope in scopes:
            known |= scope
        return known

    def _shape(self, tag: Tag, node: nodes.Node, known: Mapping[str, Shape]) -> Shape:  # noqa: PLR0911 - one case per kind
        match node:
            case nodes.Name():
                return self._name(tag, node.name, known)
            case nodes.Getattr():
                return self._part(tag, node, known)
            case nodes.Getitem(node=inner, arg=nodes.Const(value=int())):
                shape = self._shape(tag, inner, known)
                return shape.item or ANY
            case nodes.Filter():
                return self._filtered(tag, node, known)
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                shapes = [self._shape(tag, item, known) for item in (test, one, other) if item is not None]
                return shapes[1]
            case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
                shapes = [self._shape(tag, item, known) for item in (left, right)]
                return shapes[1] if shapes[0].kind == shapes[1].kind else ANY
            case _ if isinstance(node, _GROUPS):
                shapes = [self._shape(tag, item, known) for item in node.iter_child_nodes()]
                return self._joined(tag, shapes) if isinstance(node, (nodes.Add, nodes.Concat)) else TEXT
        self._note(tag, f"the tag “{tag.code}” does more than a tag may do", "print a name, or a part of one")
        return ANY

    def _joined(self, tag: Tag, shapes: Sequence[Shape]) -> Shape:
        """What `+` and `~` make: lists are joined to lists, texts to texts."""
        if {shape.kind for shape in shapes} <= {"list", "any"}:
            return next((shape for shape in shapes if shape.kind == "list"), ANY)
        if any(shape.kind not in ("text", "any") for shape in shapes):
            self._note(tag, f"the tag “{tag.code}” joins what is no text to a text", "name a part of it, or use join")
        return TEXT

    def _name(self, tag: Tag, name: str, known: Mapping[str, Shape]) -> Shape:
        if name not in known:
            self._note(tag, f"the name `{name}` does not exist", self._near(name, known))
        return known.get(name, ANY)

    def _part(self, tag: Tag, node: nodes.Getattr, known: Mapping[str, Shape]) -> Shape:
        shape = self._shape(tag, node.node, known)
        whole = _written(node)
        if shape.kind == "any":
            return ANY
        if shape.kind == "view" and node.attr in shape.parts:
            return shape.parts[node.attr]
        if shape.kind == "list":
            self._note(tag, f"the name `{whole}` does not exist: `{_written(node.node)}` is a list", self._lists())
        elif shape.kind == "text":
            name = _written(node.node)
            self._note(tag, f"the name `{whole}` does not exist: `{name}` is a text", f"write {{{{ {name} }}}}")
        else:
            self._note(tag, f"the name `{whole}` does not exist", self._near(whole, known))
        return ANY

    def _filtered(self, tag: Tag, node: nodes.Filter, known: Mapping[str, Shape]) -> Shape:
        shape = ANY if node.node is None else self._shape(tag, node.node, known)
        for argument in node.args:
            self._shape(tag, argument, known)
        if node.name not in FILTERS or node.kwargs:
            hint = did_you_mean(node.name, FILTERS) or f"there are {', '.join(FILTERS)}"
            self._note(tag, f"a tag cannot change a text by `{node.name}`", hint)
        elif (wanted := _WANTED.get(node.name)) and not _fits(shape, wanted):
            self._note(tag, f"`{node.name}` takes {wanted}, which “{tag.code}” does not give it")
        if node.name in ("first", "last"):
            return shape.item or ANY
        return ANY if node.name == "default" else TEXT

    def _print(self, tag: Tag, shape: Shape) -> None:
        match shape.kind:
            case "list":
                hint = (
                    "loop over it: {%p for item in " + tag.code + " %}, or join it: {{ " + tag.code + '|join(", ") }}'
                )
                self._note(tag, f"`{tag.code}` is a list, which cannot be printed at once", hint)
            case "view":
                parts = ", ".join(f"{tag.code}.{name}" for name in list(shape.parts)[:4])
                self._note(tag, f"`{tag.code}` has parts and is no text itself", f"name a part: {parts}")
            case "line" if tag.level != "r":
                message = f"`{tag.code}` carries formatting, which {{{{ }}}} would lose"
                self._note(tag, message, f"write {{{{r {tag.code} }}}}")

    def _near(self, name: str, known: Mapping[str, Shape]) -> str:
        return did_you_mean(name, dotted(known)) or "`briefgen list names letter` shows the names"

    def _lists(self) -> str:
        def walk(shapes: Mapping[str, Shape], before: str = "") -> Iterable[str]:
            for name, shape in shapes.items():
                if shape.kind == "list":
                    yield f"`{before}{name}`"
                yield from walk(shape.parts, f"{before}{name}.")

        return f"lists are {', '.join(list(walk(self.names))[:8])}"

    def _note(self, tag: Tag, message: str, hint: str = "") -> None:
        self.problems.append(Problem(message, tag.place, hint))


def _fits(shape: Shape, wanted: str) -> bool:
    if wanted == _TEXTS:
        return shape.kind == "any" or (shape.kind == "list" and (shape.item or ANY).kind in ("text", "any"))
    return shape.kind in ("any", wanted.rpartition(" ")[2])


def _written(node: nodes.Node) -> str:
    """A name as it stands in the tag."""
    match node:
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
        case nodes.Name():
            return node.name
        case nodes.Getitem():
            return f"{_written(node.node)}[…]"
    return "…"
