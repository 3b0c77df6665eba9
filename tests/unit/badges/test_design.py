"""The shipped designs, on all shipped stocks."""

from dataclasses import replace

import pytest

from checkin.badges import BadgesDoNotFit, UnknownDesign, design, designs, stock, stocks
from checkin.badges.room import CAPITALS, MM, room
from checkin.badges.stock import Size

QR_AT_LEAST = 18 * MM
EVERYWHERE = pytest.mark.parametrize(
    ("name", "sheet"),
    [(name, sheet) for name in designs() for sheet in stocks()],
    ids=lambda value: getattr(value, "part", value),
)


def space(name, sheet):
    return room(design(name).arranged_for(sheet), sheet.panel_size)


@EVERYWHERE
def test_the_modules_of_the_code_measure_at_least_18_mm(name, sheet):
    assert space(name, sheet).qr_side >= QR_AT_LEAST - 0.001


@EVERYWHERE
def test_the_quiet_zone_of_four_modules_lies_on_the_badge_above_the_band(name, sheet):
    here = space(name, sheet)
    quiet = here.qr_side / 21 * 4
    assert here.qr_left - quiet >= here.narrow_right - 0.001
    assert here.qr_left + here.qr_side + quiet <= here.width + 0.001
    assert here.qr_top - quiet >= -0.001
    assert here.qr_top + here.qr_side + quiet <= here.band_top


@EVERYWHERE
def test_the_code_in_letters_stands_between_quiet_zone_and_band(name, sheet):
    here = space(name, sheet)
    letters = CAPITALS * here.code_size
    assert here.qr_top + here.qr_side + here.quiet + letters < here.band_top


@EVERYWHERE
def test_there_is_room_for_a_name_beside_the_code(name, sheet):
    here = space(name, sheet)
    assert here.narrow_right - here.left > 30 * MM


def test_an_unknown_design_is_told_with_the_known_ones():
    with pytest.raises(UnknownDesign) as caught:
        design("barock")
    assert "classic" in caught.value.words()


@pytest.mark.parametrize(
    ("size", "told"), [(Size(40, 50), "40 × 50 mm"), (Size(80, 30), "80 × 30 mm")]
)
def test_badges_that_are_too_small_are_told_in_words(size, told):
    with pytest.raises(BadgesDoNotFit) as caught:
        design().arranged_for(replace(stock(), badge_size=size))
    assert told in caught.value.words()


@pytest.mark.parametrize("name", designs())
def test_the_first_name_is_the_largest_and_nothing_below_outgrows_it(name):
    for arrangement in design(name).arrangements:
        sizes = {line.shows: line.largest for line in arrangement.lines}
        assert max(sizes, key=lambda shown: sizes[shown]) == "first_name"
        assert sizes["first_name"] > sizes["last_name"] > sizes["organisation"]


@pytest.mark.parametrize("name", designs())
def test_a_design_is_called_as_its_file_and_has_words_for_people(name):
    found = design(name)
    assert found.name == name
    assert found.title
    assert found.about


def test_the_default_design_comes_first():
    assert design() == design(designs()[0])


def test_a_big_first_name_is_much_bigger():
    sizes = [
        design(name).arranged_for(stock()).lines[0].largest
        for name in ("big-first-name", "classic", "quiet")
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] >= 1.4 * sizes[1]
