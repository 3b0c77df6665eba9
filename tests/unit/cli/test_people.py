"""`checkin attendees`, `correct`, `permission` and `erase`."""

import sqlite3

import pytest

FIELDS = {
    "id", "code", "full_name", "first_name", "last_name", "email", "company",
    "job_title", "ticket_type", "external_code", "phone", "phone_e164", "status",
    "places", "state", "first_at", "inside", "walk_in", "withdrawn", "printed",
    "handed_out", "permissions", "extra",
}  # fmt: skip


def attendees(checkin, event, *args):
    return checkin("attendees", event, *args, "--json").json


def one(checkin, event, name):
    (found,) = attendees(checkin, event, "--search", name)
    return found


def test_attendees_have_the_fields_of_a_list_and_their_state(checkin, event):
    people = attendees(checkin, event)
    assert len(people) == 5
    assert all(set(person) == FIELDS for person in people)
    assert one(checkin, event, "anna")["extra"] == {"Table": "1"}


def test_states_tell_who_is_in_left_expected_or_not_coming(checkin, event):
    checkin("scan", event, "EB-0001", "EB-0002")
    checkin("scan", event, "EB-0002", "--exit")
    states = {p["external_code"]: p["state"] for p in attendees(checkin, event)}
    assert states == {
        "EB-0001": "in",
        "EB-0002": "left",
        "EB-0003": "expected",
        "EB-0004": "not_expected",
        "EB-0005": "not_expected",
    }


def test_search_forgives_marks_and_order_and_suggests_after_a_typo(checkin, event):
    assert one(checkin, event, "berg zoe")["external_code"] == "EB-0002"
    words = checkin("attendees", event, "--search", "Anna Shmidt").out
    assert "Nobody called “Anna Shmidt”. Did you mean Anna Schmidt" in words
    assert attendees(checkin, event, "--search", "Nemo") == []


def test_limit_gives_so_many(checkin, event):
    assert len(attendees(checkin, event, "--limit", 2)) == 2
    assert len(attendees(checkin, event, "--limit", 2, "--search", "example")) == 2


def codes(checkin, event, *args):
    return [guest["external_code"] for guest in attendees(checkin, event, *args)]


@pytest.fixture
def at_eight(checkin, event, tmp_path):
    """Anna is in, Zoë left, Bo walked in; all have badges, Hans's with an old name."""
    checkin("badges", event, tmp_path / "b.pdf", "--only", "all")
    checkin("scan", event, "EB-0001", "EB-0002")
    checkin("scan", event, "EB-0002", "--exit")
    checkin("walkin", event, "--name", "Bo Ek")
    checkin("correct", event, "EB-0003", "full_name=Hans Weber-Li")
    return event


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["--state", "everyone"],
         ["", "EB-0001", "EB-0002", "EB-0003", "EB-0004", "EB-0005"]),
        (["--state", "here"], ["", "EB-0001", "EB-0002"]),
        (["--state", "expected"], ["EB-0003"]),
        (["--state", "cancelled"], ["EB-0004"]),
        (["--state", "look"], ["EB-0005"]),
        (["--type", "member"], ["EB-0001", "EB-0002"]),
        (["--type", "Guest", "--state", "expected"], ["EB-0003"]),
        (["--type", ""], [""]),
        (["--type", "Royalty"], []),
        (["--badge", "printed", "--state", "here"], ["EB-0001", "EB-0002"]),
        (["--badge", "not-printed"], ["", "EB-0004", "EB-0005"]),
        (["--badge", "changed"], ["EB-0003"]),
        (["--walk-ins"], [""]),
        (["--walk-ins", "--state", "cancelled"], []),
        (["--search", "example", "--state", "here"], ["EB-0001", "EB-0002"]),
    ],
    ids=" ".join,
)  # fmt: skip
def test_the_filters_of_the_window_are_there(checkin, at_eight, args, found):
    assert sorted(codes(checkin, at_eight, *args)) == found


def test_the_list_comes_in_the_order_that_is_asked_for(checkin, at_eight):
    assert codes(checkin, at_eight, "--sort", "door", "--limit", 3) == [
        "", "EB-0002", "EB-0001",
    ]  # fmt: skip
    by_name = codes(checkin, at_eight, "--sort", "first-name", "--search", "e")
    assert by_name == ["EB-0001", "", "EB-0003", "EB-0005", "EB-0004", "EB-0002"]
    assert codes(checkin, at_eight, "--limit", 1) == ["EB-0001"]


def test_in_words_there_is_a_line_for_each(checkin, event):
    words = checkin("attendees", event).out
    assert "Anna Schmidt" in words
    assert "cancelled" in words
    assert words.endswith("5 attendees\n")


def test_codes_stay_whole_on_a_narrow_terminal(checkin, event, monkeypatch):
    long = "The Association of " + "very " * 40 + "Friendly Harbours"
    checkin("correct", event, "EB-0001", f"company={long}")
    codes = {guest["code"] for guest in attendees(checkin, event)}
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for columns in ("60", "80"):
        monkeypatch.setenv("COLUMNS", columns)
        shown = set(checkin("attendees", event).out.split())
        assert codes <= shown


@pytest.mark.parametrize(
    "named", ["anna schmidt", "ANNA@example.org", "eb-0001", "{id}", "{code}"]
)
def test_an_attendee_can_be_named_in_many_ways(checkin, event, named):
    named = named.format(**one(checkin, event, "anna"))
    done = checkin("correct", event, named, "company=Sonnwind", "--json")
    assert done.code == 0
    assert done.json["company"] == "Sonnwind"
    assert len(done.json["entry"]) == 32


def test_a_name_of_two_is_not_guessed(checkin, event):
    checkin("walkin", event, "--name", "Anna Schmidt", "--company", "Freelance")
    done = checkin("correct", event, "Anna Schmidt", "company=X")
    assert done.code == 3
    assert "fits more than one attendee" in done.err
    assert "Freelance" in done.err


def test_a_correction_holds_against_the_next_import(checkin, event, guests):
    checkin("correct", event, "anna schmidt", "first_name=Änne", "last_name=Schmidt")
    checkin("import", event, guests)
    assert one(checkin, event, "anne")["first_name"] == "Änne"


def test_fields_of_all_kinds_can_be_corrected(checkin, event):
    checkin(
        "correct", event, "EB-0001", "places=3", "first_time=yes", "status=pending",
        "note=a = b", "company=",
    )  # fmt: skip
    guest = one(checkin, event, "anna")
    assert (guest["places"], guest["status"], guest["company"]) == (3, "pending", "")
    said = checkin("scan", event, "EB-0001", "--force", "x", "--json").lines[0]
    assert said["attendee"]["first_time"] is True


@pytest.mark.parametrize("no", ["no", "No", "false", "0", ""])
def test_nobody_is_blocked_by_a_no(checkin, event, no):
    def verdict():
        return checkin("scan", event, "EB-0001", "--json").lines[0]["verdict"]

    checkin("correct", event, "EB-0001", "blocked=was rude")
    assert verdict() == "blocked"
    assert checkin("correct", event, "EB-0001", f"blocked={no}").code == 0
    assert verdict() == "admitted"


@pytest.mark.parametrize(
    ("field", "verdict"),
    [("payment=unpaid", "unpaid"), ("payment=paid", "admitted"),
     ("payment=", "admitted"), ("approval=required", "unapproved"),
     ("approval=", "admitted"), ("status=waitlisted", "waitlisted"),
     ("status=registered", "admitted")],
)  # fmt: skip
def test_the_words_that_a_field_may_hold_mean_something_at_the_door(
    checkin, event, field, verdict
):
    assert checkin("correct", event, "EB-0001", field).code == 0
    done = checkin("scan", event, "EB-0001", "--json").lines[0]
    assert done["verdict"] == verdict


@pytest.mark.parametrize("places", [1, 50])
def test_so_many_places_may_be_on_one_ticket(checkin, event, places):
    assert checkin("correct", event, "EB-0001", f"places={places}").code == 0
    assert one(checkin, event, "anna")["places"] == places


def test_permission_is_kept_and_can_change(checkin, event):
    for answer in ("yes", "no", "yes"):
        done = checkin("permission", event, "EB-0001", "contact", answer)
        assert done.out == f"Anna Schmidt (Nordlicht), contact: {answer}.\n"
        guest = one(checkin, event, "anna")
        assert guest["permissions"]["contact"] == answer


def test_erasing_leaves_no_word_of_the_person_in_the_file(checkin, event):
    checkin("scan", event, "EB-0002")
    assert checkin("erase", event, "EB-0002", "--yes").code == 0
    with sqlite3.connect(event) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    conn.close()
    content = event.read_bytes()
    for word in ("Zoë", "zoe@example.org", "EB-0002", "Harbour Makers", "berg"):
        assert word.encode() not in content
    assert checkin("stats", event, "--json").json["attended"] == 1
    assert checkin("check", event).code == 0


def test_whoever_was_erased_is_not_brought_back_by_the_next_import(
    checkin, event, guests
):
    checkin("erase", event, "EB-0002", "--yes")
    done = checkin("import", event, guests, "--json").json
    assert (done["new"], done["same"], done["problems"]) == (0, 4, 1)


def test_erasing_asks_first_where_somebody_can_answer(checkin, event):
    def erase(typed):
        return checkin("erase", event, "EB-0001", typed=typed, at_a_terminal=True)

    refused = erase("n\n")
    assert (refused.code, refused.out) == (1, "Nobody was erased.\n")
    assert "Erase Anna Schmidt (Nordlicht) for good?" in refused.err
    assert erase("").code == 130
    assert one(checkin, event, "anna")
    assert erase("y\n").code == 0
    assert attendees(checkin, event, "--search", "anna") == []


def test_erasing_while_the_event_is_in_use_says_when_the_last_traces_go(checkin, event):
    waits = "Another window has the event open: the last traces go when it closes."
    other = sqlite3.connect(event)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM entries").fetchone()
    assert waits in checkin("erase", event, "EB-0002").out.splitlines()
    other.close()
    assert waits not in checkin("erase", event, "EB-0001").out


def test_a_script_that_erases_is_not_asked(checkin, event):
    assert checkin("erase", event, "EB-0001").code == 0
    assert attendees(checkin, event, "--search", "anna") == []
