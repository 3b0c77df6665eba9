"""The rows that are not imported, as a file that can be mended and imported again."""

import csv

import pytest

from checkin.importing import load, make_plan
from checkin.importing.amending import Amendments
from checkin.importing.rejected import name_for_rejected, rejected_rows, save_rejected
from checkin.model.errors import FileNotWritable
from checkin.store.acts import erase

LIST = """\
Name,Email,Company
Zoë,z@x.org,Harbour
,,Alster
Zoë,z@x.org,Harbour
Jo,j@x.org,=1+1
"""


@pytest.fixture
def look(office):
    """A list read and planned, with rows that the user leaves out."""

    def looked(text=LIST, *left_out):
        out = Amendments(left_out=frozenset(left_out))
        reading = load(office.file(text), amendments=out)
        return office.event, reading, make_plan(office.event, reading)

    return looked


def cells(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_file_has_the_lists_own_headings_and_says_why(look, tmp_path):
    out = tmp_path / "members rejected.csv"
    assert save_rejected(*look(LIST, 5), out) == 3
    assert cells(out) == [
        ["Name", "Email", "Company", "Why it was left out"],
        ["", "", "Alster", "neither a name nor an e-mail address"],
        ["Zoë", "z@x.org", "Harbour", "the same as row 2"],
        ["Jo", "j@x.org", "'=1+1", "left out by you"],
    ]
    raw = out.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 4


def test_cells_that_were_put_right_are_saved_as_they_are_now(office):
    right = Amendments({(3, "Company"): "Alster Architekten"})
    reading = load(office.file(LIST), amendments=right)
    rows = rejected_rows(office.event, reading, make_plan(office.event, reading))
    assert rows[0][2] == "Alster Architekten"


def test_whoever_asked_to_be_forgotten_is_never_written(office, look):
    office.take(LIST)
    erase(office.event, office.named("Zoë"))
    erase(office.event, office.named("Jo"))
    event, reading, plan = look(LIST, 5)
    assert [row[2] for row in rejected_rows(event, reading, plan)] == ["Alster"]


def test_a_list_of_which_nothing_is_left_out_has_no_such_rows(look):
    assert rejected_rows(*look("Name\nZoë\n")) == []


def test_where_it_cannot_be_written_that_is_told(look, tmp_path):
    with pytest.raises(FileNotWritable):
        save_rejected(*look(), tmp_path)


def test_the_mended_file_is_a_list_of_its_own_and_withdraws_nobody(office, look):
    office.take(LIST, "members")
    out = office.folder / name_for_rejected("members.csv")
    save_rejected(*look(), out)
    mended = out.read_text("utf-8").replace(",,Alster", "Ada,ada@x.org,Alster")
    out.write_text(mended, "utf-8")
    plan = make_plan(office.event, load(out))
    assert plan.name == "members rejected"
    assert {step.person.name: step.what.value for step in plan.steps} == {"Ada": "new"}
    (doubled,) = plan.problems
    assert (doubled.name, doubled.text) == ("Zoë", "on another list already")


def test_under_the_name_of_the_whole_list_it_adds_and_withdraws_nobody(office, look):
    office.take(LIST, "members")
    out = office.folder / "members rejected.csv"
    save_rejected(*look(), out)
    mended = out.read_text("utf-8").replace(",,Alster", "Ada,ada@x.org,Alster")
    out.write_text(mended, "utf-8")
    plan = make_plan(office.event, load(out), "members")
    assert {step.person.name: step.what.value for step in plan.steps} == {
        "Ada": "new", "Zoë": "same",
    }  # fmt: skip


def test_the_reasons_are_kept_of_nobody_and_not_doubled_in_the_next_file(look):
    text = "Name,Email,Why it was left out\nAda,a@x.org,neither\n,,neither\n"
    event, reading, plan = look(text)
    assert [person.extra for person in reading.people] == [{}]
    assert rejected_rows(event, reading, plan) == [
        ["", "", "neither a name nor an e-mail address"]
    ]


def test_what_was_guarded_in_the_file_is_read_as_the_list_had_it(office, look):
    out = office.folder / "guests rejected.csv"
    save_rejected(*look(LIST, 5), out)
    reading = load(out)
    (jo,) = [person for person in reading.people if person.name == "Jo"]
    assert jo.fields["company"] == "=1+1"
