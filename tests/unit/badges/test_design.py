"""The shipped designs, on all shipped stocks."""

from dataclasses import replace

import pytest

from checkin.badges import BadgesDoNotFit, UnknownDesign, design, designs, stock, stocks
from checkin.badges.elements import Band, Code, Text
from checkin.badges.room import Room
from checkin.badges.setting import Setter
from checkin.badges.stock import Size
from checkin.badges.units import MM

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
def test_only_text_which_gives_way_reaches_into_the_quiet_zone(name, sheet):
    layout = design(name).laid_out_for(sheet)
    room = Room(layout.reference, sheet.panel_size)
    (code,) = Setter(sheet, design(name)).codes()
    zone = code.modules.within(SLACK - code.quiet)
    for element in layout.front:
        gives_way = isinstance(element, Text) and not element.fill
        if not gives_way and not isinstance(element, Code):
            assert not room.frame(element.at).meets(zone), element


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
def test_the_first_name_is_larger_than_all_that_is_said_of_somebody(name):
    for layout in design(name).layouts:
        texts = [one for one in layout.front if isinstance(one, Text)]
        sizes = {line.words.shows: line.largest for t in texts for line in t.lines}
        first = sizes.pop("first_name")
        sizes.pop("ticket_type", 0)  # what crew is called is larger still
        assert first > max(sizes.values())


def test_there_are_designs_for_every_occasion():
    assert len(designs()) >= 13
    assert [design(name).title for name in designs()][:3] == [
        "Classic",
        "Big first name",
        "Conversation",
    ]


@EVERYWHERE
def test_no_frame_leaves_its_badge(name, sheet):
    layout = design(name).laid_out_for(sheet)
    room = Room(layout.reference, sheet.panel_size)
    for element in (*layout.front, *layout.back):
        frame = room.frame(element.at)
        assert min(frame.left, frame.top) >= -SLACK
        assert frame.right <= room.width + SLACK
        assert frame.bottom <= room.height + SLACK


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
