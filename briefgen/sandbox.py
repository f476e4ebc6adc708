"""Where templates run: Jinja's sandbox, with an end to the time, the memory and the text that a template can take.

A format, an overlay, the shell of a layout or a Word file may come from a stranger. Jinja's sandbox keeps a template
from Python's own machinery; here it is also kept from methods of values (some of which read files), and every step is
counted: each turn of a loop, each call of a macro, each text that is put together. That holds in every thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from itertools import islice
from time import thread_time
from typing import Any, Final

from jinja2 import Template, TemplateError, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

MAX_TEXT: Final = 2_000_000
"""Characters of one text; the longest part of a Word file that we know has a fifth of it."""
MAX_ITEMS: Final = 100_000
MAX_BITS: Final = 64
MAX_STEPS: Final = 5_000_000
"""Steps of one rendering; a letter takes some twenty thousand."""
MAX_SECONDS: Final = 20.0
"""Seconds that one rendering may compute; a letter takes a thousandth."""
_LOOK: Final = 5_000
"""Steps after which the clock is read."""

FAULTS: Final = (TemplateError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError, RecursionError)
"""What a wrong template can raise while it is rendered: Jinja's own errors, and Python's where it computes."""

_LISTS: Final = (nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair)
_STEP, _JOINED, _FLAT = " step", " joined", " flat"
"""Filters that only we can name: no template can write a space before a name."""
_TEXT_METHODS: Final = frozenset(
    [
        "capitalize",
        "count",
        "endswith",
        "find",
        "isalpha",
        "isdigit",
        "isspace",
        "isupper",
        "islower",
        "lower",
        "lstrip",
        "partition",
        "removeprefix",
        "removesuffix",
        "rpartition",
        "rsplit",
        "rstrip",
        "split",
        "splitlines",
        "startswith",
        "strip",
        "title",
        "upper",
    ]
)
"""Methods of a text whose result is no larger than the text."""
_METHODS: Final = (
    (str, _TEXT_METHODS),
    (Mapping, frozenset({"get", "items", "keys", "values"})),
    (LoopContext, frozenset({"changed", "cycle"})),
)


class Budget:
    """What one rendering may still spend."""

    __slots__ = ("_end", "_next", "_spent")

    def __init__(self, steps: int = MAX_STEPS, seconds: float = MAX_SECONDS) -> None:
        self._spent = -steps
        self._end = thread_time() + seconds
        self._next = min(0, _LOOK - steps)

    def spend(self, steps: int) -> None:
        """Count some steps; raises SecurityError where too many were made, or they took too long."""
        self._spent += steps
        if self._spent >= self._next:
            self._look()

    def _look(self) -> None:
        if self._spent >= 0:
            raise SecurityError(
                "it does more than any document needs; a loop, a macro or a text in it grows without end"
            )
        if thread_time() > self._end:
            raise SecurityError(f"it computes for more than {MAX_SECONDS:.0f} seconds")
        self._next = min(0, self._spent + _LOOK)


_BUDGET: ContextVar[Budget] = ContextVar("budget")


def offered(function: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a function of ours as one that templates may call."""
    function.offered_to_templates = True  # type: ignore[attr-defined]
    return function


@contextmanager
def readable(filename: str | None = None) -> Iterator[None]:
    """While a template is read: raises TemplateSyntaxError for what Python cannot read, such as nests without end."""
    try:
        yield
    except (RecursionError, MemoryError, SyntaxError, ValueError, OverflowError) as error:
        message = "it cannot be read: it is nested too deeply, or a number in it is too long"
        raise TemplateSyntaxError(message, 1, filename=filename) from error


class BoundedTemplate(Template):
    """A template whose every rendering has a budget of its own."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The rendered text; raises SecurityError where a bound is passed."""
        token = _BUDGET.set(Budget())
        try:
            return super().render(*args, **kwargs)
        finally:
            _BUDGET.reset(token)


class BoundedSandbox(ImmutableSandboxedEnvironment):
    """The environment of all templates."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    template_class = BoundedTemplate

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.globals = {"range": _range, "namespace": Namespace}
        self.filters = _filters()
        self._answers: dict[tuple[type, str], bool] = {}

    def keep_filters(self, names: Iterable[str]) -> None:
        """Offer none but these filters."""
        kept = {*names, _STEP, _JOINED, _FLAT}
        self.filters = {name: found for name, found in self.filters.items() if name in kept}

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """The pieces of a rendering, a macro or a block as one text."""
        found = list(pieces)
        _require_short(sum(map(len, found)))
        return "".join(found)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read this attribute; as the answer hangs on type and name alone, it is kept."""
        asked = (type(obj), attr)
        if asked not in self._answers:
            self._answers[asked] = super().is_safe_attribute(obj, attr, value)
        return self._answers[asked]

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call this: what it has defined itself, what is offered, harmless methods of texts."""
        if isinstance(obj, (Macro, BlockReference, LoopContext, Undefined)) or obj is Namespace:
            return True
        if getattr(obj, "offered_to_templates", False) is True:
            return True
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        return any(isinstance(owner, kind) and name in names for kind, names in _METHODS)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - Jinja's own way
        """The result of a call, which is a step."""
        if not __self.is_safe_callable(__obj):
            name = getattr(__obj, "__name__", type(__obj).__name__)
            raise SecurityError(f"`{name}` cannot be called in a template")
        spend(1 + _length(getattr(__obj, "__self__", None)))
        return __context.call(__obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result of an operator; raises SecurityError before one that is too large is made."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"`{operator}` is not for templates")
        if operator == "*":
            for one, times in ((left, right), (right, left)):
                if isinstance(times, int):
                    _require_short(_length(one) * times, one)
        if operator == "+":
            _require_short(_length(left) + _length(right), left)
        spend(1)
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, int) and result.bit_length() > MAX_BITS:
            raise SecurityError(f"`{operator}` makes too large a number")
        return result

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """The tree of a template; raises TemplateSyntaxError."""
        with readable(filename):
            return super().parse(source, name, filename)

    def compile(self, source: Any, name: Any = None, filename: Any = None, *more: Any, **options: Any) -> Any:
        """The code of a template; raises TemplateSyntaxError."""
        with readable(filename):
            return super().compile(source, name, filename, *more, **options)

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        return super()._generate(_Metered().visit(source), *args, **options)


def spend(steps: int) -> None:
    """Count steps of the rendering that is under way, if any is."""
    budget = _BUDGET.get(None)
    if budget is not None:
        budget.spend(steps)


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
        node.body.insert(0, _like(node, nodes.ExprStmt(_filter(nodes.Const(weight), _STEP))))
        return node  # type: ignore[no-any-return]

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _like(node, _filter(nodes.List(node.nodes), _JOINED))

    def visit_List(self, node: nodes.List | nodes.Tuple | nodes.Dict) -> nodes.Node:  # noqa: N802
        plain = getattr(node, "ctx", "") == "store" or _is_constant(node)
        self.generic_visit(node)
        return node if plain else _like(node, _filter(node, _FLAT))

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


@offered
def _range(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > MAX_ITEMS:
        raise SecurityError(f"a range has at most {MAX_ITEMS} numbers")
    return found


def _length(value: object) -> int:
    return len(value) if isinstance(value, (str, list, tuple, dict, range)) else 0


def _require_short(size: int, like: object = "") -> None:
    """Count a text or list that is to be made; raises SecurityError where it would be too long."""
    if size > (MAX_TEXT if isinstance(like, str) else MAX_ITEMS):
        raise SecurityError(f"a {'text' if isinstance(like, str) else 'list'} grows too long")
    spend(size)


@pass_context
def _step(_context: Context, weight: int) -> None:
    spend(weight)


@pass_context
def _flat(_context: Context, made: Any) -> Any:
    """A list that a template has written: lists in lists could stand for more than any memory holds."""
    items = made.values() if isinstance(made, dict) else made
    if any(isinstance(item, (list, tuple, dict)) for item in items):
        raise SecurityError("a list, tuple or mapping cannot hold another one here")
    spend(len(made))
    return made


@pass_context
def _joined(context: Context, values: Iterable[Any], separator: str = "", attribute: str | int | None = None) -> Any:
    """Texts as one text."""
    found = _listed(context, values if attribute is None else FILTERS["map"](context, values, attribute=attribute))
    sizes = sum(len(item) if isinstance(item, str) else 20 for item in found)
    _require_short(sizes + len(separator) * len(found))
    return FILTERS["join"](context.eval_ctx, found, separator)


@pass_context
def _listed(_context: Context, values: Iterable[Any]) -> list[Any]:
    """The items as a list."""
    found = list(islice(values, MAX_ITEMS + 1)) if not isinstance(values, Undefined) else list(values)
    _require_short(len(found), found)
    return found


@pass_context
def _whole(_context: Context, value: Any, default: int = 0) -> int:
    """The value as a whole number."""
    short = not isinstance(value, str) or len(value) <= MAX_BITS
    return int(FILTERS["int"](value, default)) if short else default


@pass_context
def _replaced(context: Context, text: str, old: str, new: str) -> Any:
    """The text with other words in the place of some."""
    plain = str(text)
    _require_short(len(plain) + plain.count(str(old)) * len(str(new)))
    return FILTERS["replace"](context.eval_ctx, text, old, new)


def _filters() -> dict[str, Callable[..., Any]]:
    """The filters that are offered: those whose result is no larger than what they are given."""
    found: dict[str, Callable[..., Any]] = {"int": _whole, "join": _joined, "list": _listed, "replace": _replaced}
    found |= {_STEP: _step, _FLAT: _flat, _JOINED: _joined}
    for names, before in _OFFERED:
        found |= {name: _counted(FILTERS[name], before) for name in names.split()}
    return found


def _counted(function: Callable[..., Any], before: Callable[[Context], tuple[Any, ...]]) -> Callable[..., Any]:
    """A filter of Jinja that counts the length of what it is given; `before` are arguments that Jinja puts first."""

    @wraps(function)
    def counted(context: Context, value: Any = None, *args: Any, **kwargs: Any) -> Any:
        spend(1 + _length(value))
        return function(*before(context), value, *args, **kwargs)

    return pass_context(counted)


_OFFERED: Final[tuple[tuple[str, Callable[[Context], tuple[Any, ...]]], ...]] = (
    ("abs capitalize count d default e escape items length lower reverse string title trim upper", lambda _: ()),
    ("first last max min sort truncate unique", lambda context: (context.environment,)),
    ("map reject rejectattr select selectattr", lambda context: (context,)),
)
"""Filters of Jinja by what they want before the value."""
