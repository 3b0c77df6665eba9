"""Who belongs to which audience."""

import pytest

from checkin.followup.audiences import AUDIENCES, choose
from checkin.followup.errors import UnknownAudience
from checkin.model.progress import WasCancelled


def names(evening, audience):
    return [guest.name for guest in choose(evening.event, audience)]


def test_everyone_is_the_whole_list_by_last_name_called_off_or_not(party):
    assert names(party, "everyone") == [
        "Anna Came",
        "Petra Cancelled",
        "Hans Missed",
        "Zoë New",
        "Ines Waiting",
        "Walker",
    ]


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("attended", ["Anna Came", "Zoë New", "Walker"]),
        ("missed", ["Hans Missed"]),
        ("walk-ins", ["Walker"]),
        ("first-timers", ["Zoë New"]),
        ("returning", ["Anna Came", "Walker"]),
    ],
)
def test_an_audience_holds_those_it_is_named_after(party, audience, expected):
    assert names(party, audience) == expected


def test_who_was_called_off_but_came_anyway_has_attended_and_missed_nothing(evening):
    who = evening.guest(full_name="Tom", status="cancelled")
    evening.comes(who)
    assert names(evening, "attended") == ["Tom"]
    assert names(evening, "missed") == []


def test_erased_people_are_in_no_audience(party):
    for guest in choose(party.event, "everyone"):
        party.erase(guest.id)
    assert {audience.name: names(party, audience.name) for audience in AUDIENCES} == {
        audience.name: [] for audience in AUDIENCES
    }


def test_companions_are_guests_like_others(evening):
    host = evening.guest(full_name="Zoë")
    evening.guest(full_name="Bruno the dragon")
    evening.comes(host)
    assert names(evening, "missed") == ["Bruno the dragon"]


@pytest.mark.parametrize("one", AUDIENCES, ids=lambda one: one.name)
def test_looking_at_some_rows_only_loses_nobody(party, one):
    party.comes(party.guest(full_name="Off", status="cancelled"))
    party.comes(party.guest(full_name="Odd", walk_in=True, first_time=True))
    everybody = choose(party.event, "everyone")
    wanted = [guest.name for guest in everybody if one.includes(guest)]
    assert names(party, one.name) == wanted


def test_choosing_ends_when_nobody_wants_it_any_more(party):
    with pytest.raises(WasCancelled):
        choose(party.event, "everyone", lambda: True)


@pytest.mark.parametrize("typed", ["Walk-Ins", "walk ins", "walk_ins", "WALK-INS"])
def test_an_audience_may_be_typed_as_people_do(party, typed):
    assert names(party, typed) == ["Walker"]


def test_an_unknown_audience_is_answered_with_those_there_are(party):
    with pytest.raises(UnknownAudience) as caught:
        choose(party.event, "vips")
    words = caught.value.words()
    assert "vips" in words
    assert all(audience.name in words for audience in AUDIENCES)
