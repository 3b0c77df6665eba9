"""Every design on every kind of stock: it prints, and its code is read back."""

import random
from dataclasses import replace

import pytest

from checkin.badges import (
    BadgeText,
    Looks,
    Resolution,
    Sheeting,
    Side,
    design,
    designs,
    stock,
    stocks,
    verify,
    write_sheets,
)
from checkin.badges.elements import Band, Code
from checkin.badges.room import CAPITALS, Room
from checkin.badges.units import MM
from checkin.model.code import ALPHABET, LENGTH

DICE = random.Random(5)
CODES = ["".join(DICE.choices(ALPHABET, k=LENGTH)) for _ in range(6)]
FULL = BadgeText(
    b"1",
    "",
    "Maximiliane-Rose von Hohenstein",
    "Maximiliane-Rose",
    "von Hohenstein",
    pronouns="she/her",
    organisation="Gesellschaft zur Förderung der Hafenkultur e. V.",
    role="Senior Vice President",
    ticket_type="Volunteer",
    event_name="Autumn Networking Evening",
    first_time="1",
    plus_one="Jonas",
    host_name="Anna",
    more={"ask me about": "bees", "can help with": "honey", "agenda": "18:30; 19:00"},
)
PEOPLE = [
    FULL,
    BadgeText(b"2", "", "Sukma"),
    BadgeText(b"3", "", "محمد الفارسي", "محمد", "الفارسي", organisation="مكتبة"),
    BadgeText(b"4", "", "山田 美咲", "美咲", "山田", role="デザイナー"),
    BadgeText(b"5", "", "Jo Li", "Jo", "Li", ticket_type="Guest"),
    BadgeText(b"6", "", "Zoë 🐝", "Zoë", "🐝"),
]
BADGES = [replace(one, code=c) for one, c in zip(PEOPLE, CODES, strict=True)]


@pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.part)
def test_every_design_that_fits_prints_and_its_codes_are_read(tmp_path, sheet):
    out = tmp_path / "a.pdf"
    for name in designs():
        one = design(name)
        if one.fits(sheet):
            write_sheets(out, BADGES, Sheeting(sheet.alone), Looks(one))
            assert verify(out, CODES, at=Resolution(203, one_bit=True)) == [], name


@pytest.mark.parametrize("name", designs())
def test_every_design_fits_on_some_usual_stock(name):
    usual = [stock(part) for part in ("L4785", "5395", "A6 4-up", "A7 tent 4-up")]
    assert any(design(name).fits(one) for one in usual)


APART = 0.7
"""mm between the letters of the code and the band below them."""


@pytest.mark.parametrize("name", designs())
def test_no_band_comes_near_the_letters_of_the_code(name):
    one = design(name)
    for sheet in filter(one.fits, stocks()):
        layout = one.laid_out_for(sheet)
        room = Room(layout.reference, sheet.panel_size)
        for side in Side:
            elements = layout.side(side)
            bands = [room.frame(e.at) for e in elements if isinstance(e, Band)]
            for code in (
                room.code(e) for e in elements if isinstance(e, Code) and e.letters
            ):
                below = CAPITALS * code.letters
                lowest = code.modules.bottom + code.quiet + below + APART * MM
                under = [b for b in bands if b.top > code.modules.top]
                assert all(band.top >= lowest for band in under), sheet.part
