"""What the lines of a design say."""

import pytest

from checkin.badges import BadgeText
from checkin.badges.templates import plain_name, read_template

ZOE = BadgeText(
    b"1",
    "BCDF",
    "Zoë Okonkwo",
    "Zoë",
    "Okonkwo",
    role="Engineer",
    host_name="Anna",
    more={"ask me about": "bees", "kann helfen": "Preise"},
)


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{first_name}", "Zoë"),
        ("{First name} {last_name}", "Zoë Okonkwo"),
        ("with {host_name}", "with Anna"),
        ("{role}, {organisation}", ""),
        ("Crew", "Crew"),
        ("{first_name:upper}", "ZOË"),
        ("{last_name:initial}", "O."),
        ("{first_name:lower}", "zoë"),
        ("{Ask me about…}", "bees"),
        ("{can help with|Kann helfen}", "Preise"),
        ("{looking for}", ""),
        ("Looking for {looking for}", ""),
    ],
)
def test_a_template_says_its_words_and_nothing_if_one_is_missing(template, words):
    assert read_template(template).words(ZOE.said) == words


def test_somebody_with_one_name_only_is_named_once():
    sukma = BadgeText(b"1", "", "Sukma", last_name="Sukma")
    assert read_template("{first_name}").words(sukma.said) == "Sukma"
    assert read_template("{last_name}").words(sukma.said) == ""


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{first_name", "first_name"),
        ("first_name}", "first_name"),
        ("{}", "partner"),
        ("{first_name:large}", "large"),
        ("{…}", "…"),
    ],
)
def test_a_template_that_can_t_be_read_is_told_with_what_is_wrong(template, told):
    with pytest.raises(ValueError, match=told):
        read_template(template)


def test_spellings_of_a_heading_are_one():
    spellings = ("Ask me about…", "ASK_ME_ABOUT", " ask  me-about:")
    assert {plain_name(name) for name in spellings} == {"ask me about"}
    assert plain_name("First Name") == "first_name"
