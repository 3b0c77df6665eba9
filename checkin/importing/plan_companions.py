"""The guests whom a guest brings: a row with places for several people."""

from collections.abc import Iterable, Iterator
from typing import Any

from checkin.importing.people_buyers import guest_of
from checkin.importing.person import Person
from checkin.importing.plan_matching import Known

_SHARED = ("ticket_type", "status", "payment")
"""What a companion has from whoever brings them."""


class Companions:
    """Those that a list made of its `places` before, by who brings them."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_host: dict[str, list[Known]] = {}
        for one in known:
            self._by_host.setdefault(one.companion_of, []).append(one)

    def of(
        self, host: Person, was: Known | None
    ) -> Iterator[tuple[Person, Known | None]]:
        """What the list says of each companion, and who that was before.

        They are numbered from 2; those with the lowest numbers stay. Their names are
        kept while the host's is, whatever language they were written in.
        """
        # of names that differ in their number only, the shorter one is the lower
        before = self._by_host.get(was.id.hex(), []) if was else []
        before = sorted(before, key=lambda one: (len(one.name), one.name))
        same_name = was is not None and was.name == host.name
        for n in range(2, int(host.fields.get("places", 1)) + 1):
            old = before[n - 2] if n - 2 < len(before) else None
            whose = host.name or host.email
            name = old.name if old and same_name else guest_of(whose, n)
            yield Person(host.row, _fields(name, host)), old


def _fields(name: str, host: Person) -> dict[str, Any]:
    shared = {key: host.fields[key] for key in _SHARED if key in host.fields}
    return {"full_name": name} | shared
