"""Where templates run: Jinja's sandbox, with an end to the time, the memory and the text that a template can take.

A format, an overlay, the shell of a layout or a Word file may come from a stranger. Jinja's sandbox keeps a template
from Python's own machinery; here it is also kept from methods of values (some of which read files), and every step is
counted: each turn of a loop, each call of a macro, each text that is put together. That holds in every thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from jinja2 import Template, TemplateError, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from briefgen.sandbox.budget import BUDGET, MAX_BITS, MAX_ITEMS, Budget, length, require_short, spend
from briefgen.sandbox.filters import bounded_filters
from briefgen.sandbox.metering import FLAT, JOINED, STEP, metered

FAULTS: Final = (TemplateError, TypeError, ValueError, AttributeError, ArithmeticError, LookupError, RecursionError)
"""What a wrong template can raise while it is rendered: Jinja's own errors, and Python's where it computes."""

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
        token = BUDGET.set(Budget())
        try:
            return super().render(*args, **kwargs)
        finally:
            BUDGET.reset(token)


class BoundedSandbox(ImmutableSandboxedEnvironment):
    """The environment of all templates."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)
    template_class = BoundedTemplate

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.globals = {"range": _range, "namespace": Namespace}
        self.filters = bounded_filters()
        self._answers: dict[tuple[type, str], bool] = {}

    def keep_filters(self, names: Iterable[str]) -> None:
        """Offer none but these filters."""
        kept = {*names, STEP, JOINED, FLAT}
        self.filters = {name: found for name, found in self.filters.items() if name in kept}

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """The pieces of a rendering, a macro or a block as one text."""
        found = list(pieces)
        require_short(sum(map(len, found)))
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
        spend(1 + length(getattr(__obj, "__self__", None)))
        return __context.call(__obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result of an operator; raises SecurityError before one that is too large is made."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"`{operator}` is not for templates")
        if operator == "*":
            for one, times in ((left, right), (right, left)):
                if isinstance(times, int):
                    require_short(length(one) * times, one)
        if operator == "+":
            require_short(length(left) + length(right), left)
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
        return super()._generate(metered(source), *args, **options)


@offered
def _range(*bounds: int) -> range:
    found = range(*bounds)
    if len(found) > MAX_ITEMS:
        raise SecurityError(f"a range has at most {MAX_ITEMS} numbers")
    return found
