"""Many values made and let go while a window goes on beside it.

The interpreter runs one thread at a time; what it does in one breath, every thread
waits for. Two things it does in one breath are long with 100,000 guests: looking for
garbage among millions of values, and freeing them all because one list went.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_SLICE = 500
"""Values freed in one breath: less than a ms even for rows of many cells."""


_busy: list[int] = []
"""One for each that is quiet now; appending and popping are whole steps."""


def busy() -> bool:
    """Whether many values are in the making: a search for garbage has to wait."""
    return bool(_busy)


@contextmanager
def quiet() -> Iterator[None]:
    """No search for garbage inside, nor a long one right after it.

    Values made inside count as old ones at the end: else the next search, which comes
    soon and means to look at a few hundred young ones, would look at them all.
    """
    was_on = gc.isenabled()
    gc.disable()
    _busy.append(1)
    try:
        yield
    finally:
        _busy.pop()
        gc.freeze()  # from young to kept for good, without a look at any
        gc.unfreeze()  # and from kept for good to old
        if was_on:
            gc.enable()


def let_go(*piles: list[Any]) -> None:
    """Empties these lists bit by bit; whose last place it was is freed on the way."""
    for pile in piles:
        while pile:
            del pile[-_SLICE:]
