"""`checkin export` and `checkin stats` as scripts rely on them."""

import csv
import json
import re

import pytest

from checkin.followup.audiences import AUDIENCES
from checkin.followup.formats import FORMATS

STATS = {
    "expected", "attended", "inside", "missed", "walk_ins", "cancelled", "waitlisted",
    "pending", "printed", "handed_out", "first_time", "show_rate", "by_type", "lists",
}  # fmt: skip


@pytest.fixture
def over(event, checkin):
    """Two of three came, one of them left; one walk-in."""
    checkin("scan", event, "EB-0001", "EB-0002")
    checkin("scan", event, "EB-0002", "--exit")
    checkin("walkin", event, "--name", "Bo Ek")
    return event


def test_stats_have_the_keys_of_the_contract(checkin, over):
    numbers = checkin("stats", over, "--json").json
    assert set(numbers) == STATS
    expected = {
        "expected": 3, "attended": 3, "inside": 2, "missed": 1, "walk_ins": 1,
        "cancelled": 1, "waitlisted": 1, "printed": 0, "show_rate": 0.6667,
    }  # fmt: skip
    assert {name: numbers[name] for name in expected} == expected
    assert numbers["lists"] == {"Main": {"attended": 3, "inside": 2}}
    assert numbers["by_type"]["Member"] == {"expected": 2, "attended": 2}


def test_stats_in_words(checkin, over):
    checkin("walkin", over, "--name", "Not In", "--not-in", "--ticket-type", "Guest")
    checkin("scan", over, "EB-0004", "--force", "the host knows her")
    lines = [" ".join(line.split()) for line in checkin("stats", over).out.splitlines()]
    assert lines[:11] == [
        "Autumn Evening", "Expected 3", "Came 4", "of those expected 2", "walk-ins 1",
        "others let in 1", "In now 3", "Not come 1", "Show rate 67%",
        "Badges printed 0", "handed out 0",
    ]  # fmt: skip
    assert lines[11:13] == ["Member: 2 of 2 came", "Guest: 0 of 1 came"]
    assert lines[13].endswith(" 4")
    assert re.fullmatch(r"Busiest: .* to \d\d:\d\d, 4 people", lines[14])


def test_stats_of_an_event_without_guests(checkin, tmp_path):
    event = tmp_path / "empty.checkin"
    checkin("new", event, "--name", "Empty")
    lines = [
        " ".join(line.split()) for line in checkin("stats", event).out.splitlines()
    ]
    assert lines[-3:] == ["Show rate –", "Badges printed 0", "handed out 0"]


@pytest.mark.parametrize("kind", [one.name for one in FORMATS])
@pytest.mark.parametrize("audience", [one.name for one in AUDIENCES])
def test_every_audience_goes_into_every_format(checkin, over, tmp_path, audience, kind):
    out = tmp_path / "out.any"
    done = checkin(
        "export", over, out, "--audience", audience, "--format", kind, "--json"
    )
    assert done.code == 0
    report = done.json
    assert set(report) == {
        "rows", "left_out", "reasons", "file", "format", "audience", "entry",
    }  # fmt: skip
    assert report["reasons"] == {}
    assert (report["audience"], report["format"]) == (audience, kind)
    assert out.stat().st_size > 0
    sizes = {
        "everyone": 6, "attended": 3, "missed": 1, "walk-ins": 1, "first-timers": 0,
        "returning": 3,
    }  # fmt: skip
    assert report["rows"] == sizes[audience]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.csv", "csv"), ("a.xlsx", "xlsx"), ("a.json", "json"), ("a.pdf", "register")],
)
def test_the_ending_decides_the_format(checkin, over, tmp_path, name, kind):
    done = checkin("export", over, tmp_path / name, "--json")
    assert done.json["format"] == kind


def test_who_came_stands_in_the_file(checkin, over, tmp_path):
    out = tmp_path / "came.csv"
    done = checkin("export", over, out, "--audience", "attended")
    assert done.out == f"3 guests saved: {out}\n"
    with out.open(encoding="utf-8-sig", newline="") as file:
        names = [row["Full name"] for row in csv.DictReader(file)]
    assert sorted(names) == ["Anna Schmidt", "Bo Ek", "Zoë van der Berg"]


@pytest.fixture
def asked(over, checkin):
    """Anna said yes, Zoë no; the others were never asked, and Bo gave no address."""
    checkin("permission", over, "EB-0001", "contact", "yes")
    checkin("permission", over, "EB-0002", "contact", "no")
    return over


def test_a_mailing_holds_only_those_whom_we_may_write_to(checkin, asked, tmp_path):
    out = tmp_path / "write.csv"
    done = checkin("export", asked, out, "--audience", "attended", "--mailing")
    assert done.out.splitlines() == [
        f"1 guest saved: {out}",
        "Left out: 1 said no, 1 was never asked.",
    ]
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [row["Full name"] for row in csv.DictReader(file)] == ["Anna Schmidt"]


def test_a_mailing_says_in_json_who_is_left_out_and_why(checkin, asked, tmp_path):
    checkin("permission", asked, "Bo Ek", "contact", "yes")
    report = checkin("export", asked, tmp_path / "w.csv", "--mailing", "--json").json
    assert (report["rows"], report["left_out"]) == (1, 5)
    assert report["reasons"] == {
        "said_no": 1, "never_asked": 3, "no_email": 1, "address_said_no": 0,
    }  # fmt: skip


def test_audiences_are_counted_and_nothing_is_saved(checkin, asked):
    entries = checkin("check", asked, "--json").json["entries"]
    told = checkin("audiences", asked, "--json").json
    assert list(told) == [one.name for one in AUDIENCES]
    assert told["attended"] == {
        "people": 3, "may_write": 1, "said_no": 1, "never_asked": 1, "no_email": 0,
        "address_said_no": 0,
    }  # fmt: skip
    lines = [" ".join(x.split()) for x in checkin("audiences", asked).out.splitlines()]
    at = lines.index("attended 3 Those who came")
    assert lines[at + 1] == "may be written to: 1; 1 said no; 1 was never asked"
    assert checkin("check", asked, "--json").json["entries"] == entries


def test_json_is_for_machines(checkin, over, tmp_path):
    checkin("export", over, tmp_path / "all.json")
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))


def test_an_export_is_noted_and_is_nothing_to_undo(checkin, event, tmp_path):
    before = checkin("check", event, "--json").json["entries"]
    checkin("export", event, tmp_path / "a.csv", "--purpose", "thank-you letter")
    assert checkin("check", event, "--json").json["entries"] == before + 1
    assert "Undone: List “guests” imported" in checkin("undo", event).out
