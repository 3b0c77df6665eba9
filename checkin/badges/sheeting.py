"""How badges come onto sheets: what they are printed on, and where they begin."""

from dataclasses import dataclass

from checkin.badges.stock import Stock


@dataclass(frozen=True, slots=True)
class Sheeting:
    """Everything about the paper that has nothing to do with the looks."""

    stock: Stock
    used: frozenset[int] = frozenset()
    """Places of the first sheet that are gone."""
    start: int = 1
    """The first place of the first sheet that may be used."""

    def __post_init__(self) -> None:
        for place in (self.start, *self.used):
            self.stock.cell(place)

    @property
    def free(self) -> list[int]:
        """Places of the first sheet; a sheet with nothing left is thrown away."""
        every = range(1, self.stock.places + 1)
        left = [p for p in every if p >= self.start and p not in self.used]
        return left or list(every)
