"""Which design whose badge has: the usual one, or one for a ticket type."""

from collections.abc import Iterator
from dataclasses import dataclass

from checkin.badges.design import Design
from checkin.badges.palette import plain_type


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
        others = [f"{design.name} for {name}" for name, design in self.by_ticket]
        return "; ".join([self.usual.name, *others])
