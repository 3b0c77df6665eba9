"""Which design whose badge has: the usual one, or one for a ticket type."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checkin.badges.design import Design
from checkin.badges.palette import plain_type

_FOR, _NEXT = " for ", "; "
"""Between the parts of a name."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The usual design, and those for some ticket types."""

    usual: Design
    by_ticket: tuple[tuple[str, Design], ...] = ()
    """(ticket type, design); case and spaces of the type don't matter."""

    def of(self, ticket_type: str) -> Design:
        """The design of a badge of that ticket type."""
        wanted = plain_type(ticket_type)
        for name, design in self.by_ticket:
            if plain_type(name) == wanted:
                return design
        return self.usual

    def __iter__(self) -> Iterator[Design]:
        """Each of them once, the usual one first."""
        others = (design for _name, design in self.by_ticket)
        return iter(dict.fromkeys((self.usual, *others)))

    @property
    def asks(self) -> frozenset[str]:
        """All fields and headings that any of them asks for."""
        return frozenset().union(*(design.asks for design in self))

    @property
    def has_back(self) -> bool:
        """Whether any of them has something on the other side."""
        return any(design.has_back for design in self)

    @property
    def name(self) -> str:
        """For the ledger: classic; staff for Crew."""
        others = [f"{design.name}{_FOR}{name}" for name, design in self.by_ticket]
        return _NEXT.join([self.usual.name, *others])

    @classmethod
    def of_name(cls, name: str, known: Callable[[str], Design]) -> "Looks":
        """Those that the ledger names so; `known` gives the design of a name."""
        usual, *others = name.split(_NEXT)
        pairs = (other.partition(_FOR) for other in others)
        by_ticket = tuple((ticket, known(design)) for design, _for, ticket in pairs)
        return cls(known(usual), by_ticket)
