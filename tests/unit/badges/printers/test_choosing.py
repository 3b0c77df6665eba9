"""Which print system there is, and what it is told of sheets."""

from dataclasses import replace

import pytest

from checkin.badges import Duplex, Looks, Sheeting, design, stock
from checkin.badges.printers import (
    NoPrintSystem,
    Sides,
    options_for,
    print_system,
)  # fmt: skip
from checkin.badges.printers.cups import Cups

LAYOUTS = tuple(replace(one, back=one.front) for one in design().layouts)
TWO_SIDED = Looks(replace(design(), layouts=LAYOUTS))


def test_with_lp_it_is_cups_and_without_it_there_is_no_printing(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert isinstance(print_system(), NoPrintSystem)
    (tmp_path / "lp").touch(mode=0o755)
    assert isinstance(print_system(), Cups)


@pytest.mark.parametrize(
    ("duplex", "looks", "sides"),
    [
        (Duplex.LONG_EDGE, TWO_SIDED, Sides.LONG_EDGE),
        (Duplex.SHORT_EDGE, TWO_SIDED, Sides.SHORT_EDGE),
        (Duplex.APART, TWO_SIDED, Sides.ONE),
        (Duplex.FRONTS, TWO_SIDED, Sides.ONE),
        (Duplex.LONG_EDGE, Looks(design()), Sides.ONE),
    ],
)
def test_the_printer_turns_sheets_only_where_there_are_backs(duplex, looks, sides):
    on = Sheeting(stock("L4785"), duplex=duplex)
    options = options_for(on, "43 badges", looks)
    assert options.sides is sides
    assert options.paper == on.stock.paper_size
    assert options.title == "43 badges"
