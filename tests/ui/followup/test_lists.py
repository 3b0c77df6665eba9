"""The lists: what they are made for, and what the button says."""

import pytest

from checkin.followup.audiences import AUDIENCES
from checkin.followup.formats import FORMATS, format_named
from checkin.followup.mailing import Survey
from checkin.resources import resource
from checkin.ui.followup.lists import LISTS, REGISTER, THANKS, save_words, small_line

SURVEY = Survey(people=46, may_write=41, said_no=3, never_asked=2, no_email=0)
NOBODY = Survey(0, 0, 0, 0, 0)


def test_every_audience_has_one_list():
    assert sorted(one.audience for one in LISTS) == sorted(a.name for a in AUDIENCES)


def test_the_page_of_help_explains_every_list():
    page = resource("help", "follow-up.md").read_text("utf-8")
    assert [one.title for one in LISTS if f"| {one.title} |" not in page] == []


def test_only_the_register_is_for_everybody_whatever_they_said():
    assert [one.size(SURVEY) for one in LISTS] == [41] * 5 + [46]
    assert [one.mailing for one in LISTS] == [True] * 5 + [False]


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.audience)
def test_a_list_can_be_had_in_every_format_that_is_sensible_for_it(one):
    names = {made_for.name for made_for in one.formats()}
    left_out = {"register"} if one.mailing else set()
    assert names == {made_for.name for made_for in FORMATS} - left_out
    assert one.formats()[0].name == "csv"


def test_the_file_is_named_after_the_list():
    assert THANKS.file_name(format_named("xlsx")) == "thank-those-who-came.xlsx"
    assert REGISTER.file_name(format_named("csv")) == "register.csv"
    assert REGISTER.file_name(format_named("register")) == "door-list.pdf"


@pytest.mark.parametrize(
    ("one", "made_for", "n", "words"),
    [
        (THANKS, "csv", 41, "Save 41 contacts as a spreadsheet"),
        (THANKS, "csv", 1, "Save 1 contact as a spreadsheet"),
        (THANKS, "xlsx", 41_200, "Save 41,200 contacts as an Excel workbook"),
        (THANKS, "csv", 0, "Save contacts as a spreadsheet"),
        (REGISTER, "json", 62, "Save 62 guests as JSON for programs"),
        (REGISTER, "register", 62, "Save the door list with 62 guests"),
        (REGISTER, "register", 0, "Save the door list"),
    ],
)
def test_the_button_says_how_many_it_saves_as_what(one, made_for, n, words):
    assert save_words(one, format_named(made_for), n) == words


def test_the_small_line_says_how_many_may_be_written_to():
    assert small_line(THANKS, SURVEY, anybody_came=True) == "41 may be written to"
    assert small_line(THANKS, NOBODY, anybody_came=True) == "nobody on it"
    ready = "Ready once somebody has come."
    assert small_line(THANKS, SURVEY, anybody_came=False) == ready
    assert small_line(REGISTER, SURVEY, anybody_came=False) == "for running the event"
