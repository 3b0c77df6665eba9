"""When a part of a design is there."""

import pytest

from checkin.badges.conditions import read_when

SAID = {
    "pronouns": "she/her",
    "ticket_type": " SPEAKER ",
    "role": "",
    "ask me about": "bees",
}


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ("", True),
        ("pronouns", True),
        ("Pronouns", True),
        ("role", False),
        ("not role", True),
        ("not pronouns", False),
        ("ticket_type = Speaker", True),
        ("Ticket type=speaker", True),
        ("ticket_type = Host", False),
        ("not ticket_type = Host", True),
        ("ticket_type in Host, Speaker", True),
        ("ticket_type in Host, Crew", False),
        ("pronouns and ticket_type = speaker", True),
        ("pronouns and role", False),
        ("Ask me about…", True),
        ("can help with|ask me about", True),
        ("what nobody asked", False),
    ],
)
def test_conditions_hold_whatever_the_case_and_the_spaces(when, holds):
    assert read_when(when).holds(lambda name: SAID.get(name, "")) is holds


def test_a_condition_tells_which_fields_it_asks_for():
    found = read_when("pronouns and not table|Tisch = 4 and ticket_type in A, B")
    assert found.names == {"pronouns", "table", "tisch", "ticket_type"}


@pytest.mark.parametrize("when", ["…", "pronouns and …", "= Speaker"])
def test_what_is_no_condition_is_told(when):
    with pytest.raises(ValueError, match="condition"):
        read_when(when)
