"""Lets readings and plans of long lists go without a stall."""

from typing import Any

from checkin.heap import let_go
from checkin.importing.loading import Reading
from checkin.importing.plan import Plan


def let_go_of(held: list[Reading | Plan]) -> None:
    """Empties the list, and frees what was in it bit by bit.

    Only where nobody else holds them: the last one to drop 100,000 rows stops all
    threads for as long as freeing them takes. Call it on another thread.
    """
    piles: list[list[Any]] = []
    while held:
        one = held.pop()
        if isinstance(one, Plan):
            piles.append(list(one.steps))
        else:
            piles += [list(one.people), list(one.table.rows)]
        del one
    let_go(*piles)
