"""The shipped designs, on all shipped stocks."""

from dataclasses import replace

import pytest

from checkin.badges import BadgesDoNotFit, UnknownDesign, design, designs, stock, stocks
from checkin.badges.elements import Band, Text
from checkin.badges.room import MM, Room
from checkin.badges.setting import Setter
from checkin.badges.stock import Size

QR_AT_LEAST = 18 * MM
SLACK = 0.001
EVERYWHERE = pytest.mark.parametrize(
    ("name", "sheet"),
    [
        (name, sheet)
        for name in designs()
        for sheet in stocks()
        if design(name).fits(sheet)
    ],
    ids=lambda value: getattr(value, "part", value),
)


@pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.part)
def test_the_usual_design_fits_on_every_stock(sheet):
    assert design().fits(sheet)


@EVERYWHERE
def test_the_modules_of_the_code_measure_at_least_18_mm(name, sheet):
    (code,) = Setter(sheet, design(name)).codes()
    assert code.modules.width >= QR_AT_LEAST - SLACK
    assert code.modules.width == pytest.approx(code.modules.height)


@EVERYWHERE
def test_the_quiet_zone_of_four_modules_lies_on_the_badge(name, sheet):
    setter = Setter(sheet, design(name))
    (code,) = setter.codes()
    assert code.quiet >= code.modules.width / 21 * 4 - SLACK
    zone = code.modules.within(-code.quiet)
    assert min(zone.left, zone.top) >= -SLACK
    assert zone.right <= setter.room.width + SLACK
    assert zone.bottom <= setter.room.height + SLACK


@EVERYWHERE
def test_nothing_but_text_reaches_into_the_quiet_zone_or_the_letters_below(name, sheet):
    layout = design(name).laid_out_for(sheet)
    room = Room(layout.reference, sheet.panel_size)
    (code,) = Setter(sheet, design(name)).codes()
    for element in layout.front:
        if isinstance(element, Text) and not element.fill:
            continue  # keeps clear by itself
        frame = room.frame(element.at)
        if element.at[2:] == layout.reference:
            continue  # the ground of all
        if frame.left < code.modules.left and frame.right > code.modules.right:
            assert not frame.within(SLACK).meets(code.modules), element


@EVERYWHERE
def test_there_is_room_for_a_name_beside_the_code_or_above_it(name, sheet):
    layout = design(name).laid_out_for(sheet)
    room = Room(layout.reference, sheet.panel_size)
    texts = [one for one in layout.front if isinstance(one, Text)]
    assert max(room.frame(one.at).width for one in texts) > 30 * MM


def test_an_unknown_design_is_told_with_the_known_ones():
    with pytest.raises(UnknownDesign) as caught:
        design("barock")
    assert "classic" in caught.value.words()


@pytest.mark.parametrize(
    ("size", "told"), [(Size(40, 50), "40 × 50 mm"), (Size(80, 30), "80 × 30 mm")]
)
def test_badges_that_are_too_small_are_told_in_words(size, told):
    with pytest.raises(BadgesDoNotFit) as caught:
        design().laid_out_for(replace(stock(), badge_size=size))
    assert told in caught.value.words()


@pytest.mark.parametrize("name", designs())
def test_the_first_name_is_the_largest_on_every_front(name):
    for layout in design(name).layouts:
        texts = [one for one in layout.front if isinstance(one, Text)]
        lines = [line for text in texts for line in text.lines]
        largest = max(lines, key=lambda line: line.largest)
        assert largest.words.shows in {"first_name", "full_name"}


@pytest.mark.parametrize("name", designs())
def test_a_design_is_called_as_its_file_and_has_words_for_people(name):
    found = design(name)
    assert found.name == name
    assert found.title
    assert found.about


def test_the_default_design_comes_first():
    assert design() == design(designs()[0])


def test_a_big_first_name_is_much_bigger():
    def largest(name: str) -> float:
        layout = design(name).laid_out_for(stock())
        text = next(one for one in layout.front if isinstance(one, Text))
        return text.lines[0].largest

    sizes = [largest(name) for name in ("big-first-name", "classic", "quiet")]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] >= 1.4 * sizes[1]


@pytest.mark.parametrize("size", [Size(80, 50), Size(160, 100)])
def test_a_badge_of_the_reference_s_shape_only_grows(size):
    layout = design().laid_out_for(stock())
    room, k = Room(layout.reference, size), size.width / 80
    for element in layout.front:
        frame = room.frame(element.at)
        assert frame[:2] == pytest.approx([k * at * MM for at in element.at[:2]])
        assert frame.width == pytest.approx(k * element.at.width * MM)


def test_on_a_wider_badge_the_margins_stay_the_same_on_both_sides():
    layout = design().laid_out_for(stock())
    room = Room(layout.reference, Size(110, 50))
    text = next(room.frame(one.at) for one in layout.front if isinstance(one, Text))
    band = next(room.frame(one.at) for one in layout.front if isinstance(one, Band))
    assert text.left == pytest.approx(4.5 * MM)
    assert text.right == pytest.approx((110 - 4.5) * MM)
    assert (band.left, band.right) == pytest.approx((0, 110 * MM))
