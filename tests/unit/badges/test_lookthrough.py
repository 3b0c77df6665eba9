"""Badges looked through before they are printed: the same remarks, and no file."""

from dataclasses import replace
from typing import Any

import pytest

from checkin.badges import (
    BadgesDoNotFit,
    BadgeText,
    CodeTooLong,
    Looks,
    RemarkKind,
    Sheeting,
    design,
    look_through,
    stock,
    write_sheets,
)
from checkin.badges.stock import Size
from checkin.model.progress import WasCancelled

CODE = "BCDFGHJKLNPRSTVXBCDF"


def badge(number: int, first: str, last: str = "", **fields: Any) -> BadgeText:
    name = f"{first} {last}".strip()
    return BadgeText(bytes([number]), CODE, name, first, last, **fields)


ODD = [
    *(badge(number, "Anna", f"Number{number}") for number in range(12)),
    badge(20, "Maximiliane-Charlotte-Wilhelmine", "Schmidt"),
    badge(21, "Wolfeschlegelsteinhausenbergerdorff" * 2),
    badge(22, "Dipo 𓆏", "Okonkwo", ticket_type="Member " * 30),
    badge(23, "Zoë", "Li", organisation="Ærø Boats"),
    badge(24, "Zoë", "Li", organisation="Makers"),
    badge(25, "Zoë", "Li", organisation="Ærø Boats", ticket_type="Guest"),
    badge(26, "An\ud800na"),
    badge(27, ""),
]
"""More than a sheet; something is to be said of some of them."""


OF_PICTURES = {RemarkKind.NO_PHOTO, RemarkKind.BROKEN_PICTURE}


def test_the_remarks_are_those_of_the_sheets(tmp_path):
    printed = write_sheets(tmp_path / "a.pdf", ODD, Sheeting(stock()), Looks(design()))
    found = look_through(iter(ODD), stock(), Looks(design()))
    assert found == printed.remarks
    assert {remark.kind for remark in found} == set(RemarkKind) - OF_PICTURES
    (alike,) = (one for one in found if one.kind is RemarkKind.LOOK_ALIKE)
    assert (alike.attendee, alike.place) == (bytes([25]), (2, 8))


def test_no_badges_leave_nothing_to_look_at():
    assert look_through([], stock(), Looks(design())) == ()


def test_words_that_only_meet_elsewhere_do_not_look_alike():
    given = [badge(1, "Anna", "Li"), BadgeText(b"2", CODE, "Anna Li", "AnnaLi", "")]
    assert look_through(given, stock(), Looks(design())) == ()


def test_cancelled_it_stops_where_it_is():
    looked = []

    def badges():
        for one in ODD:
            looked.append(one)
            yield one

    with pytest.raises(WasCancelled):
        look_through(
            badges(), stock(), Looks(design()), cancelled=lambda: len(looked) == 3
        )
    assert looked == ODD[:3]


@pytest.mark.parametrize("code", ["x" * 214, "half a letter \ud800"])
def test_a_code_that_would_stop_the_print_is_told(code):
    given = [*ODD[:3], replace(ODD[3], code=code, full_name="Anna Schmidt")]
    with pytest.raises(CodeTooLong) as caught:
        look_through(given, stock(), Looks(design()))
    assert "Anna Schmidt" in caught.value.words()


def test_a_design_that_has_no_room_is_told():
    tiny = replace(stock("3474"), badge_size=Size(40, 20))
    with pytest.raises(BadgesDoNotFit):
        look_through(ODD, tiny, Looks(design()))


def test_a_text_that_is_cut_on_the_back_is_told_too(tmp_path):
    long = "Letterpress " * 60
    given = [badge(1, "Anna", "Li", more={"agenda": long})]
    looks = Looks(design("agenda"))
    (remark,) = look_through(given, stock(), looks)
    assert (remark.kind, remark.text) == (RemarkKind.SHORTENED, long.strip())
    printed = write_sheets(tmp_path / "a.pdf", given, Sheeting(stock()), looks)
    assert printed.remarks == (remark,)


def test_how_far_a_name_reads_is_told_in_metres():
    given = [badge(1, "Anna", "Li"), badge(2, "Maximiliane", "Li")]
    (remark,) = look_through(given, stock(), Looks(design("big-first-name")))
    assert (remark.kind, remark.text) == (RemarkKind.MADE_SMALLER, "Maximiliane")
    assert 18 < remark.size < remark.meant == 36
    assert remark.words().endswith(f"up to {remark.reads} m, not 3 m.")
    assert float(remark.reads) == pytest.approx(remark.size / 12, abs=0.1)
