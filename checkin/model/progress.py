"""How long work tells how far it is, and hears that it should stop."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with (done, of how many); 0 for the second means: not known yet."""

Cancelled = Callable[[], bool]
"""True once the user wants the work to end; nothing is then written."""


class WasCancelled(Exception):
    """The user stopped the work; everything is as it was before."""


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def never() -> bool:
    """Nobody can cancel."""
    return False
