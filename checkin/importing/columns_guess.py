"""What each column is taken for where the user says nothing.

First as the system is known to write it that the list comes from; then by the headings,
the likeliest column for each field, if its cells allow it; then the cells decide what
headings leave open: which part of the name "Nom" is, whether a name has its last part
first, which column holds e-mail addresses nobody spoke of.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from checkin.importing.columns_giving import Giving, Guess
from checkin.importing.columns_headless import field_of_cells
from checkin.importing.columns_meaning import (
    EXTRA,
    IGNORE,
    NAMES,
    PLAIN,
    QUESTION,
    Meaning,
)
from checkin.importing.columns_names import (
    are_companions,
    guests_are_brought,
    names_beside,
    names_by_looks,
)
from checkin.importing.columns_words import meaning
from checkin.importing.evidence import (
    BELIEVED,
    counts_guests,
    is_address,
    is_answer,
    is_last_first,
    rows_of,
)
from checkin.importing.people_words import is_title
from checkin.importing.presets import looks_like
from checkin.importing.table import Table
from checkin.importing.vocabulary import simplified

_EMPTY = 1000
"""Added to the rank of a column with nothing in it."""
_BROUGHT = 150
"""Added to the rank of a guest's column, where guests are whom others bring."""
_HIDDEN = 500
"""Added to the rank of a column that a workbook hides: one that is shown goes first."""


def guesses(table: Table, said: Mapping[str, str]) -> dict[str, Guess]:
    """Heading → guess; a field that the user gave to a column is not free."""
    return _Guessing(table, said).all()


class _Guessing(Giving):
    """The order in which fields are given away, and what speaks for each column."""

    def all(self) -> dict[str, Guess]:
        self._by_preset()
        self._by_headings()
        self._names_by_cells()
        self._title()
        self._order_code()
        self._email_by_cells()
        if not self._taken & set(NAMES):
            self._buyers_come_themselves()
        if not self._taken & set(NAMES):
            self._names_by_cells_alone()
        self._second_addresses()
        if not self._table.header_row and self._taken & set(NAMES):
            self._without_headings()
        nothing = Guess()
        return {
            h: self._found.get(i, nothing) for i, h in enumerate(self._table.header)
        }

    def _without_headings(self) -> None:
        for index in self._free():
            field = field_of_cells(self._cells[index])
            if field and self._is_free(field):
                self._give(index, Guess(field, _WITHOUT_HEADING, sure=False))

    # -- by what is known of the system

    def _by_preset(self) -> None:
        if not (preset := looks_like(self._table.header)):
            return
        at = {simplified(h): i for i, h in reversed([*enumerate(self._table.header)])}
        for words, field in preset.columns.items():
            index = at.get(words)
            if index is None or self._table.header[index] in self._said:
                continue
            if field in (EXTRA, IGNORE):
                self._found[index] = Guess(field)
            elif self._is_free(field) and self._cells[index].filled:
                meant = meaning(self._table.header[index])
                alike = meant is not None and meant.field == field
                rank = meant.rank if meant and alike else PLAIN - 1
                self._give(index, Guess(field, rank))

    # -- by what the headings say

    @cached_property
    def _meant(self) -> list[tuple[int, Meaning]]:
        """(column, what its heading means), the likeliest first."""
        found = [
            (i, one)
            for i, heading in enumerate(self._table.header)
            if heading not in self._said
            and i not in self._found
            and (one := meaning(heading))
        ]
        return sorted(found, key=lambda one: (self._rank(*one), one[0]))

    @cached_property
    def _brought(self) -> bool:
        return guests_are_brought(self._table.header, self._cells)

    def _rank(self, index: int, meant: Meaning) -> int:
        rank = meant.rank if self._cells[index].filled else meant.rank + _EMPTY
        if meant.rank < PLAIN and self._brought:
            rank += _BROUGHT
        return rank + _HIDDEN if self._is_hidden(index) else rank

    def _by_headings(self) -> None:
        doubted = []
        for index, said in self._meant:
            meant = self._counted(said, index)
            if (
                meant.field in _LATER
                or self._counts_orders(meant, index)
                or self._asks_about_a_part(index)
            ):
                continue
            if self._cells[index].could_be(meant.field):
                self._take(index, meant)
            elif meant.sure and meant.field in BELIEVED:
                doubted.append((index, meant))
        for index, meant in doubted:
            self._take(index, meant)
        self._shown_parts_first()
        self._companions()
        self._doubt_rivals()

    def _shown_parts_first(self) -> None:
        """A hidden column with whole names gives way to shown ones with the parts."""
        parts = [self._column(field) for field in ("first_name", "last_name")]
        if any(i is None or self._is_hidden(i) for i in parts):
            return
        for field in ("full_name", "last_first"):
            whole = self._column(field)
            if whole in self._found and self._is_hidden(whole):
                del self._found[whole]
                self._taken.discard(field)

    def _companions(self) -> None:
        """A second whole name that only some rows have is of whom they bring."""
        main = self._column("full_name")
        if main is None or self._taken & _COUNTED:
            return
        for index, meant in self._meant:
            known = index in self._found or meant.field != "full_name"
            if not known and are_companions(self._cells[main], self._cells[index]):
                self._give(index, Guess("guests", meant.rank, sure=False))
                return

    def _take(self, index: int, meant: Meaning) -> None:
        if self._is_free(meant.field):
            sure = meant.sure and self._cells[index].fits(meant.field)
            self._give(index, Guess(meant.field, meant.rank, sure))

    def _counted(self, meant: Meaning, index: int) -> Meaning:
        """A plus-one of whom the cells say only how many they are."""
        if meant.field == "plus_one" and counts_guests(self._cells[index]):
            return replace(meant, field="guests", sure=False)
        return meant

    @cached_property
    def _own_tickets(self) -> bool:
        return any(one.field == "external_code" for _i, one in self._meant)

    def _counts_orders(self, meant: Meaning, index: int) -> bool:
        """How many were bought: no places where each row has a ticket of its own."""
        plain = self._table.header[index].casefold().strip()
        return meant.field == "places" and self._own_tickets and plain in _BOUGHT

    def _asks_about_a_part(self, index: int) -> bool:
        """Who comes on Friday or to the boat trip: a no to that calls nothing off.

        So it is where several questions ask who comes, and where people have tickets.
        """
        several = self._own_tickets or len(self._questions_of_coming) > 1
        return several and index in self._questions_of_coming

    @cached_property
    def _questions_of_coming(self) -> frozenset[int]:
        """Columns that are answered with yes and no."""
        return frozenset(
            i
            for i, one in self._meant
            if one.field == "status" and one.rank >= QUESTION
            if self._cells[i].share(is_answer) >= 0.5
        )

    def _doubt_rivals(self) -> None:
        """A column is doubtful whose field another heading means as well."""
        for index, guess in list(self._found.items()):
            rivals = (
                i
                for i, meant in self._meant
                if i not in self._found
                and meant.field == guess.field
                and self._cells[i].filled
            )
            if guess.rank >= PLAIN and next(rivals, None) is not None:
                self._found[index] = replace(guess, sure=False)

    # -- by what the cells say

    def _names_by_cells(self) -> None:
        """Where one part of the name has a column, "Name" is perhaps the other part."""
        whole = self._column("full_name")
        if whole is None or self._table.header[whole] in self._said:
            return
        first, last = self._column("first_name"), self._column("last_name")
        guess = self._found[whole]
        if (first is None) != (last is None):
            part = first if first is not None else last
            assert part is not None
            if not self._contains(whole, part):
                other = "last_name" if first is not None else "first_name"
                self._taken.discard("full_name")
                self._give(whole, replace(guess, field=other))
        elif self._cells[whole].share(is_last_first) >= 0.7:
            field = "last_first" if first is None else EXTRA
            self._taken.discard("full_name")
            self._give(whole, replace(guess, field=field))

    def _contains(self, whole: int, part: int) -> bool:
        """Whether the names in one column are parts of those in the other."""
        rows = rows_of(self._cells[whole].all, self._cells[part].all)
        inside = sum(1 for name, piece in rows if piece in name and piece != name)
        return inside * 2 > len(rows)

    def _title(self) -> None:
        """A column called "Title" with other words than Mr and Dr."""
        for index, meant in self._meant:
            cells = self._cells[index]
            if meant.field != "salutation" or not self._is_free("job_title"):
                continue
            if len(cells.filled) >= 2 and cells.share(is_title) < 0.2:
                self._give(index, Guess("job_title", meant.rank, sure=False))

    def _order_code(self) -> None:
        """An order's number, where it is on no other row, and no ticket has its own."""
        if not self._is_free("external_code"):
            return
        for index, meant in self._meant:
            if meant.field == "order_code" and index not in self._found:
                codes = [row[index].strip() for row in self._table.rows]
                filled = list(filter(None, codes))
                if len(filled) > len(codes) * 0.8 and len(set(filled)) == len(filled):
                    self._give(index, Guess("external_code", meant.rank, sure=False))
                    return

    def _email_by_cells(self) -> None:
        if not self._is_free("email"):
            return
        for index in self._free():
            cells = self._cells[index]
            unnamed = meaning(self._table.header[index]) is None
            if unnamed and cells.filled and cells.share(is_address) >= 0.6:
                self._give(index, Guess("email", _BY_CELLS, sure=False))
                return

    def _second_addresses(self) -> None:
        """Another column of the guest's addresses, where the first one has gaps."""
        at = self._column("email")
        if at is None or self._table.header[at] in self._said:
            return
        for index, meant in self._meant:
            cells = self._cells[index]
            if meant.field != "email" or index in self._found or not cells.filled:
                continue
            rows = zip(self._cells[at].all, cells.all, strict=True)
            if cells.could_be("email") and any(b and not a for a, b in rows):
                self._found[index] = Guess("email", meant.rank + _SECOND, sure=False)

    def _buyers_come_themselves(self) -> None:
        """Nobody but buyers is named: they are the guests."""
        for index, guess in sorted(self._found.items(), key=lambda one: one[1].rank):
            if guess.field == "buyer_email" and self._is_free("email"):
                self._give(index, Guess("email", guess.rank, sure=False))
            elif guess.field == "buyer_name":
                field = NAMES[min(guess.rank // 100, 2)]
                if self._is_free(field):
                    self._give(index, Guess(field, guess.rank, sure=False))
        if self._taken & set(NAMES):
            self._taken.discard("buyer_name")
            for index, meant in self._meant:
                field = _OF_BUYERS.get(meant.field, "")
                if field and self._is_free(field) and index not in self._found:
                    self._give(index, Guess(field, meant.rank, sure=False))

    def _names_by_cells_alone(self) -> None:
        """Always to be checked; by their looks only beside what is understood."""
        email = self._column("email")
        addresses = self._cells[email].all if email is not None else ()
        free = {i: self._cells[i] for i in self._free()}
        found = names_beside(free, addresses)
        if not found and self._found:
            found = names_by_looks(free)
        for index, field in found.items():
            self._give(index, Guess(field, _BY_CELLS, sure=False))


_COUNTED = frozenset({"guests", "places", "plus_one"})
_OF_BUYERS = {"buyer_company": "company", "buyer_phone": "phone"}
_LATER = frozenset({"order_code", "salutation", *_OF_BUYERS})
"""What headings can mean without being a field; looked at when all else is given."""
_BOUGHT = frozenset({"quantity", "qty", "number of tickets", "tickets"})
_WITHOUT_HEADING = 450
_SECOND = 200
_BY_CELLS = 400
