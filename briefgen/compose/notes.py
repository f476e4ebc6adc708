"""Where the numbers of notes stand: behind the sign that ends a clause, or before it, as each language has it."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import Any

from briefgen.document import Block, Line, Note, Run


@lru_cache(maxsize=1024)
def with_notes_placed(block: Block, before: str) -> Block:
    """The block with the numbers of its notes before the signs `before` that they follow in the text.

    English and German set the number behind the full stop, French and Russian before it; where several such signs stand
    together, as at the end of a quotation, the number goes before all of them.
    """
    placed: Block = _walked(block, before) if before else block
    return placed


def _walked(value: Any, before: str) -> Any:
    if isinstance(value, tuple):
        if any(isinstance(item, Note) for item in value):
            return _placed(value, before)
        return tuple(_walked(item, before) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, (type, Run, Note)):
        names = [item.name for item in dataclasses.fields(value)]
        return dataclasses.replace(value, **{name: _walked(getattr(value, name), before) for name in names})
    return value


def _placed(line: Line, before: str) -> Line:
    result: list[Run | Note] = []
    for item in line:
        last = result[-1] if result else None
        if isinstance(item, Note) and isinstance(last, Run):
            text = last.text.rstrip(before)
            signs = last.text[len(text) :]
            result[-1:] = [dataclasses.replace(last, text=text), item] if text else [item]
            if signs:
                result.append(dataclasses.replace(last, text=signs))
        else:
            result.append(item)
    return tuple(result)
