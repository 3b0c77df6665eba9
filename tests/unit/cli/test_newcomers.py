"""`checkin add` and `walkin`: people whom no list has brought."""

import pytest


def attendees(checkin, event, *args):
    return checkin("attendees", event, *args, "--json").json


def one(checkin, event, name):
    (found,) = attendees(checkin, event, "--search", name)
    return found


def test_somebody_added_by_hand_is_expected_and_has_a_code(checkin, event):
    before = checkin("stats", event, "--json").json
    done = checkin(
        "add", event, "--name", " Bo Ek ", "--company", "Lanterns", "--ticket-type",
        "Member", "--contact", "no",
    )  # fmt: skip
    guest = one(checkin, event, "Bo Ek")
    code = guest["code"]
    assert done.out == f"On the list · Bo Ek (Lanterns)\n  Badge code: {code}\n"
    assert (guest["state"], guest["walk_in"]) == ("expected", False)
    assert (guest["ticket_type"], guest["status"]) == ("Member", "registered")
    assert guest["permissions"]["contact"] == "no"
    after = checkin("stats", event, "--json").json
    assert after["expected"] == before["expected"] + 1
    assert after["walk_ins"] == before["walk_ins"]
    assert checkin("scan", event, code, "--json").lines[0]["verdict"] == "admitted"


def test_an_addition_is_undone_as_a_whole(checkin, event):
    done = checkin("add", event, "--name", "Bo", "--json").json
    assert done["doubts"] == []
    told = checkin("undo", event, done["act"]).out
    assert told.startswith("Undone: Bo: Put on the list, ")
    assert attendees(checkin, event, "--search", "Bo") == []


def test_no_newer_list_takes_away_who_was_added_by_hand(checkin, event, guests):
    checkin("add", event, "--name", "Bo")
    checkin("import", event, guests)
    assert one(checkin, event, "Bo")["state"] == "expected"


@pytest.mark.parametrize("command", ["add", "walkin"])
def test_somebody_of_a_known_name_may_be_that_guest(checkin, event, command):
    done = checkin(command, event, "--name", "SCHMIDT anna", "--json").json
    (doubt,) = done["doubts"]
    words, way = doubt.split(" The same? ")
    assert words == "Anna Schmidt (Nordlicht) is on the list already."
    assert way == f"checkin undo {event} {done['act']}"
    assert checkin(*way.split()[1:]).code == 0
    assert one(checkin, event, "anna")["company"] == "Nordlicht"


@pytest.mark.parametrize("command", ["add", "walkin"])
def test_somebody_new_needs_a_name(checkin, event, command):
    done = checkin(command, event, "--name", "   ")
    assert done.code == 3
    assert "A guest needs a name" in done.err
    assert len(attendees(checkin, event)) == 5


def test_a_walk_in_is_in_and_can_be_undone(checkin, event):
    done = checkin(
        "walkin", event, "--name", "Bo Ek", "--company", "Lanterns",
        "--email", "bo@example.org", "--contact", "yes", "--json",
    )  # fmt: skip
    assert done.code == 0
    guest = done.json
    assert {"id", "code", "act", "doubts"} <= set(guest)
    assert (guest["walk_in"], guest["state"]) == (True, "in")
    assert guest["permissions"]["contact"] == "yes"
    assert checkin("undo", event, guest["act"]).code == 0
    assert attendees(checkin, event, "--search", "Bo") == []


def test_a_walk_in_can_be_put_down_without_being_let_in(checkin, event):
    done = checkin("walkin", event, "--name", "Bo", "--not-in")
    guest = one(checkin, event, "Bo")
    assert done.out == f"On the list · Bo\n  Badge code: {guest['code']}\n"
    assert guest["state"] == "not_expected"


def test_in_words_a_walk_in_is_admitted_with_a_code(checkin, event):
    done = checkin("walkin", event, "--name", " Bo Ek ", "--company", "Lanterns")
    code = one(checkin, event, "Bo Ek")["code"]
    assert done.out == f"Admitted · Bo Ek (Lanterns)\n  Badge code: {code}\n"


def test_nothing_speaks_against_most_walk_ins(checkin, event):
    checkin("list", event, "set", "Main", "--capacity", 1)
    assert checkin("walkin", event, "--name", "Bo", "--json").json["doubts"] == []


def test_a_walk_in_past_a_rule_is_in_and_the_desk_hears_of_it(checkin, event):
    checkin("list", event, "set", "Main", "--capacity", 1)
    checkin("scan", event, "EB-0001")
    full = checkin("walkin", event, "--name", "Bo", "--json").json
    assert full["doubts"] == ["Main is full: 2 of 1."]
    checkin("list", event, "close", "Main")
    closed = checkin("walkin", event, "--name", "Cy")
    assert closed.out.splitlines()[2:] == [
        "  Main is closed.",
        "  Main is full: 3 of 1.",
    ]
    assert (
        checkin("walkin", event, "--name", "Di", "--not-in", "--json").json["doubts"]
        == []
    )
    states = [one(checkin, event, name)["state"] for name in ("Bo", "Cy", "Di")]
    assert states == ["in", "in", "not_expected"]
