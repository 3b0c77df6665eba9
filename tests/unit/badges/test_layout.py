"""Where the words of a badge go."""

from typing import Any

import pytest

from checkin.badges import BadgeText, Side, design, stock
from checkin.badges.band import BandWords
from checkin.badges.elements import Band, Text
from checkin.badges.palette import Tint
from checkin.badges.setting import Setter
from checkin.badges.units import MM

SETTER = Setter(stock(), design())
TINT = Tint(design().palette, design().palette.plain)


def badge(**fields: Any) -> BadgeText:
    return BadgeText(b"1", "", fields.pop("full_name", "Zoë Okonkwo"), **fields)


def laid(**fields: str):
    return SETTER.set(badge(**fields), TINT)


def placed(**fields: str):
    return {done.line.words.shows: done for done in laid(**fields).fields}


def frame(kind):
    return next(one.frame for one in laid() if isinstance(one.element, kind))


def test_the_first_name_is_set_largest():
    done = placed(first_name="Zoë", last_name="Okonkwo", organisation="Makers")
    sizes = [field.size for field in done.values()]
    assert sizes == sorted(sizes, reverse=True)
    assert done["first_name"].size == 33


def test_a_mononym_is_the_large_line_and_stands_once():
    done = placed(full_name="Sukma", last_name="Sukma")
    assert [field.text for field in done.values()] == ["Sukma"]


def test_without_a_last_name_the_organisation_moves_up():
    low = placed(first_name="Zoë", last_name="Okonkwo", organisation="Makers")
    high = placed(first_name="Zoë", organisation="Makers")
    baseline = "organisation", 0
    assert (
        high[baseline[0]].settings[0].baseline < low[baseline[0]].settings[0].baseline
    )


def test_all_lines_begin_at_the_same_edge():
    done = placed(first_name="Zoë", last_name="Okonkwo", organisation="Makers")
    edges = {round(field.settings[0].ink_box[0], 6) for field in done.values()}
    assert edges == {round(frame(Text).left, 6)}


def test_names_without_accents_stand_on_the_same_height():
    heights = {
        placed(first_name=name)["first_name"].settings[0].baseline
        for name in ("Anna", "Hugo", "Émilie", "Łukasz")
    }
    assert len(heights) == 1


def test_a_long_name_gets_smaller_on_one_line():
    done = placed(first_name="Maximiliane-Rose")["first_name"]
    assert len(done.settings) == 1
    assert done.size < 33


def test_a_very_long_double_name_takes_two_lines():
    done = placed(first_name="Maria-Magdalena Konstantina")["first_name"]
    assert [setting.line.text for setting in done.settings] == [
        "Maria-Magdalena",
        "Konstantina",
    ]
    assert not done.shortened


def test_only_a_word_that_cannot_break_is_cut_and_that_is_told():
    done = placed(first_name="Wolfeschlegelsteinhausenbergerdorff" * 2)["first_name"]
    assert done.shortened
    assert done.settings[0].line.text.endswith("…")


def test_a_full_badge_shows_everything_smaller_rather_than_cut():
    done = placed(
        first_name="Maria-Magdalena Konstantina",
        last_name="Papadopoulou-Christodoulopoulou",
        pronouns="they/them",
        organisation="The Royal Society for the Encouragement of Arts",
        role="Senior Vice President, International Partnerships",
    )
    assert len(done) == 5
    assert not any(field.shortened for field in done.values())


def test_the_role_is_never_larger_than_the_organisation():
    done = placed(
        first_name="Jo",
        organisation="Gesellschaft zur Förderung der internationalen Hafenkultur e. V.",
        role="Chair",
    )
    assert done["role"].size <= done["organisation"].size


@pytest.mark.parametrize("field", ["last_name", "organisation", "role", "pronouns"])
def test_a_field_of_blanks_leaves_no_hole(field):
    assert list(placed(first_name="Zoë", **{field: " \t\u200b"})) == ["first_name"]


def band(**fields: str) -> BandWords:
    return next(
        one.content
        for one in laid(**fields)
        if isinstance(one.element, Band) and isinstance(one.content, BandWords)
    )


def test_the_band_names_the_ticket_type_and_the_event():
    said = [
        setting.line.text
        for setting in band(ticket_type="Guest", event_name="Eve").settings
    ]
    assert said == ["Guest", "Eve"]


def test_the_words_on_the_band_end_at_both_margins():
    left, right = band(ticket_type="Guest", event_name="Eve").settings
    assert left.ink_box[0] == pytest.approx(frame(Text).left)
    assert right.ink_box[2] == pytest.approx(frame(Text).right)


def test_beside_a_long_ticket_type_the_event_is_left_out_rather_than_cut():
    ticket = "Early-bird member with workshop"
    done = band(ticket_type=ticket, event_name="Autumn Networking Evening of 2026")
    assert [setting.line.text for setting in done.settings] == [ticket]
    assert not done.shortened


def test_a_tall_stack_of_letters_on_the_band_is_made_to_fit():
    (setting,) = band(ticket_type="ཀྵྨླྺྼྻྐྵྨླྺྼྻཱི").settings
    assert setting.ink_box[1] >= frame(Band).top - 0.001
    assert setting.ink_box[3] <= frame(Band).bottom + 0.001


def test_a_first_name_that_cannot_be_printed_leaves_the_large_line_to_the_rest():
    done = placed(full_name="𓆏 Ng", first_name="𓆏", last_name="Ng")
    assert [setting.line.text for setting in done["first_name"].settings] == ["Ng"]
    assert "last_name" not in done


def test_a_small_heading_does_not_make_what_stands_below_it_small():
    look = design("conversation")
    setter = Setter(stock(), look)
    tint = Tint(look.palette, look.palette.plain)
    told = {"ask me about": "bees"}
    laid = setter.set(badge(first_name="Zoë", more=told), tint)
    sizes = {done.text: done.size for done in laid.fields}
    assert sizes["bees"] > 1.3 * sizes["Ask me about"]


def test_of_an_agenda_each_part_is_a_line_of_its_own():
    look = design("agenda")
    setter = Setter(stock(), look)
    tint = Tint(look.palette, look.palette.plain)
    told = {"agenda": "18:30 Doors; 19:00 Talks\n21:00 Supper; "}
    laid = setter.set(badge(first_name="Zoë", more=told), tint, Side.BACK)
    assert [done.text.strip() for done in laid.fields] == [
        "18:30 Doors",
        "19:00 Talks",
        "21:00 Supper",
    ]


def test_the_parts_of_an_agenda_are_of_one_size():
    look = design("agenda")
    setter = Setter(stock(), look)
    tint = Tint(look.palette, look.palette.plain)
    told = {"agenda": "18:30 Doors; 19:00 Letterpress for absolute beginners, room 2b"}
    laid = setter.set(badge(first_name="Zoë", more=told), tint, Side.BACK)
    assert len({done.size for done in laid.fields}) == 1
    assert not any(done.shortened for done in laid.fields)


def test_words_above_a_code_in_the_middle_stay_in_the_middle():
    sheet, look = stock("A7"), design("staff")
    tint = Tint(look.palette, look.palette.plain)
    named = Setter(sheet, look).set(badge(first_name="震华", last_name="欧阳"), tint)
    middles = {
        round(sum(one.ink_box[::2]) / 2, 1)
        for field in named.fields
        for one in field.settings
    }
    assert middles == {round(74 * MM / 2, 1)}
