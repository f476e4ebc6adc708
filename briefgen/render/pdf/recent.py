"""What was made lately, remembered so that it need not be made again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Recent(Generic[T]):
    """Values by their keys, at most so many: the one that was asked for longest ago is forgotten first.

    It is for values whose maker takes more than the key, where `functools.lru_cache` would need all of that hashable.
    """

    most: int
    values: OrderedDict[Hashable, T] = field(default_factory=OrderedDict)

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key; made where it is not remembered."""
        if key not in self.values:
            self.values[key] = make()
            if len(self.values) > self.most:
                self.values.popitem(last=False)
        self.values.move_to_end(key)
        return self.values[key]
