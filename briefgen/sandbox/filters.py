"""The filters that templates may use: those whose result is bounded, each counting what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from itertools import islice
from typing import Any, Final

from jinja2 import Undefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context

from briefgen.sandbox.budget import MAX_BITS, MAX_ITEMS, length, require_short, spend
from briefgen.sandbox.metering import FLAT, JOINED, STEP


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
    require_short(sizes + len(separator) * len(found))
    return FILTERS["join"](context.eval_ctx, found, separator)


@pass_context
def _listed(_context: Context, values: Iterable[Any]) -> list[Any]:
    """The items as a list."""
    found = list(islice(values, MAX_ITEMS + 1)) if not isinstance(values, Undefined) else list(values)
    require_short(len(found), found)
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
    require_short(len(plain) + plain.count(str(old)) * len(str(new)))
    return FILTERS["replace"](context.eval_ctx, text, old, new)


def bounded_filters() -> dict[str, Callable[..., Any]]:
    """The filters that are offered: those whose result is no larger than what they are given."""
    found: dict[str, Callable[..., Any]] = {"int": _whole, "join": _joined, "list": _listed, "replace": _replaced}
    found |= {STEP: _step, FLAT: _flat, JOINED: _joined}
    for names, before in _OFFERED:
        found |= {name: _counted(FILTERS[name], before) for name in names.split()}
    return found


def _counted(function: Callable[..., Any], before: Callable[[Context], tuple[Any, ...]]) -> Callable[..., Any]:
    """A filter of Jinja that counts the length of what it is given; `before` are arguments that Jinja puts first."""

    @wraps(function)
    def counted(context: Context, value: Any = None, *args: Any, **kwargs: Any) -> Any:
        spend(1 + length(value))
        return function(*before(context), value, *args, **kwargs)

    return pass_context(counted)


_OFFERED: Final[tuple[tuple[str, Callable[[Context], tuple[Any, ...]]], ...]] = (
    ("abs capitalize count d default e escape items length lower reverse string title trim upper", lambda _: ()),
    ("first last max min sort truncate unique", lambda context: (context.environment,)),
    ("map reject rejectattr select selectattr", lambda context: (context,)),
)
"""Filters of Jinja by what they want before the value."""
