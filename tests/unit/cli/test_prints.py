"""`checkin prints`, `hand-out`, and a run that goes on."""

import pytest


@pytest.fixture
def run(checkin, event, tmp_path):
    """Three badges: Hans, Anna, Zoë."""
    done = checkin("badges", event, tmp_path / "a.pdf", "--json")
    assert done.code == 0, done.err
    return done.json["act"]


def printed(checkin, event):
    people = checkin("attendees", event, "--json").json
    return {p["full_name"].split()[0]: p["printed"] for p in people if p["printed"]}


def on_it(checkin, event, run):
    return [
        one["name"] for one in checkin("prints", event, run, "--json").json["on_it"]
    ]


def test_the_runs_are_told_with_who_when_and_why(checkin, event, run, tmp_path):
    out = tmp_path / "b.pdf"
    checkin(
        "badges", event, out, "--code", "EB-0001", "--reason", "lost", "--new-codes",
        "--verify", "--dots", "203", "--one-bit", "--desk", "Side door",
    )  # fmt: skip
    newer, older = checkin("prints", event, "--json").json
    assert (older["run"], older["badges"], older["reason"]) == (run, 3, "")
    assert (newer["desk"], newer["reason"]) == ("Side door", "lost")
    assert (newer["verified"], newer["file"]) == ("203 dpi, one-bit", "b.pdf")
    told = checkin("prints", event, "--limit", "1").out
    assert told.startswith("1 badge on 1 sheet, Today")
    assert "Again, because it was lost" in told
    shown = checkin("show", event, "EB-0001").out
    assert "sheet 1, place 1; again, because it was lost" in shown


def test_an_event_without_prints_says_so(checkin, event):
    assert checkin("prints", event).out == "Nothing was printed yet.\n"
    assert checkin("prints", event, "newest").code == 3


def test_who_is_on_a_run_is_told_place_by_place(checkin, event, run):
    lines = checkin("prints", event, run).out.splitlines()
    assert lines[3] == "  sheet 1, place 1: Anna Schmidt"
    assert len(lines) == 6


@pytest.mark.parametrize("first", ["1,2", "Zoë van der Berg", "CODE"])
def test_a_run_that_stopped_goes_on_from_a_badge(checkin, event, run, tmp_path, first):
    names = on_it(checkin, event, "newest")
    people = checkin("prints", event, run, "--json").json["on_it"]
    at = (
        1
        if first == "1,2"
        else next(n for n, p in enumerate(people) if "Zoë" in p["name"])
    )
    code = next(p["code"] for p in people if "Zoë" in p["name"])
    done = checkin(
        "badges", event, tmp_path / "b.pdf", "--continue", "newest", "--from",
        code if first == "CODE" else first, "--json",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert done.json["badges"] == 3 - at
    assert on_it(checkin, event, "newest") == names[at:]
    newer, older = checkin("prints", event, "--json").json
    assert (newer["continues"], older["gone"]) == (run, 3 - at)
    assert printed(checkin, event) == {"Anna": 1, "Zoë": 1, "Hans": 1}
    assert checkin("check", event).code == 0


@pytest.mark.parametrize(
    "args",
    [
        ["--continue", "newest"],
        ["--from", "1,1"],
        ["--continue", "newest", "--from", "1,1", "--code", "EB-0001"],
        ["--continue", "00" * 16, "--from", "1,1"],
        ["--continue", "newest", "--from", "7,1"],
        ["--continue", "newest", "--from", "Nobody"],
    ],
)
def test_what_can_not_go_on_is_told_and_changes_nothing(
    checkin, event, run, tmp_path, args
):
    done = checkin("badges", event, tmp_path / "b.pdf", *args)
    assert done.code == 3
    assert not (tmp_path / "b.pdf").exists()
    assert len(checkin("prints", event, "--json").json) == 1


def test_badges_are_handed_out_once_and_taken_back(checkin, event, run):
    done = checkin("hand-out", event, "EB-0001", "Zoë van der Berg", "--json").json
    assert (len(done["handed_out"]), done["had"]) == (2, [])
    assert checkin("stats", event, "--json").json["handed_out"] == 2
    again = checkin("hand-out", event, "EB-0001", "EB-0003")
    assert "Anna Schmidt (Nordlicht) had it already." in again.out
    assert "Handed out: Hans Weber" in again.out
    args = ("attendees", event, "--badge", "handed-out", "--json")
    assert [p["handed_out"] for p in checkin(*args).json] == [True] * 3
    checkin("undo", event, done["act"])
    assert len(checkin(*args).json) == 1
    assert checkin("hand-out", event, "Nobody").code == 3


def test_a_run_goes_on_with_its_own_sheets_and_designs_unless_others_are_named(
    checkin, event, tmp_path
):
    like = ("--stock", "5395", "--design", "quiet", "--design-for", "Member=staff")
    checkin("badges", event, tmp_path / "a.pdf", *like)
    out, on = tmp_path / "b.pdf", ("--continue", "newest", "--from", "1,2")
    done = checkin("badges", event, out, *on)
    assert done.code == 0, done.err
    newest, *_older = checkin("prints", event, "--json").json
    assert (newest["stock"], newest["design"]) == ("5395", "quiet; staff for Member")
    done = checkin("badges", event, out, "--continue", "newest", "--from", "1,1",
                   "--design", "classic", "--stock", "L4785")  # fmt: skip
    newest, *_older = checkin("prints", event, "--json").json
    assert (newest["stock"], newest["design"]) == ("L4785", "classic")
