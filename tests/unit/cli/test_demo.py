"""`checkin demo`: what it leaves, what it says, and that the script holds."""

import csv
import json
import random

import pypdfium2
import pytest

from checkin.cli import demo
from checkin.demo import Step
from checkin.model.verdict import Verdict
from checkin.resources import resource

FILES = {
    "attended.csv", "attended.xlsx", "autumn-evening.checkin", "badges-a4.pdf",
    "badges-letter.pdf", "door-list.pdf", "everyone.csv", "missed.csv",
}  # fmt: skip
SCRIPT = json.loads(resource("demo", "arrivals.json").read_text(encoding="utf-8"))


@pytest.fixture
def told():
    """What the demo said, line by line."""
    return []


@pytest.fixture
def played(tmp_path, told):
    """The folder after the demo was played, always with the same codes."""
    folder = tmp_path / "evening"
    demo.play(folder, random.Random(1).randbytes, told.append)
    return folder


def test_it_leaves_the_files_that_it_names(played, told):
    assert {path.name for path in played.iterdir()} == FILES
    named = {line.strip() for line in told}
    assert named >= FILES
    assert any(str(played.resolve()) in line for line in told)


def test_the_event_it_leaves_is_whole_and_says_the_same(played, checkin):
    event = played / "autumn-evening.checkin"
    assert checkin("check", event).code == 0
    numbers = checkin("stats", event, "--json").json
    assert (numbers["expected"], numbers["attended"], numbers["walk_ins"]) == (
        53,
        43,
        2,
    )
    assert numbers["printed"] == 53
    assert checkin("scan", event, "0318204462", "--json").lines[0]["verdict"] == (
        "already_in"
    )


def test_the_sheets_and_the_lists_hold_who_they_should(played):
    for name, sheets in (("badges-a4.pdf", 6), ("badges-letter.pdf", 7)):
        pdf = pypdfium2.PdfDocument(played / name)
        assert len(pdf) == sheets
        pdf.close()
    rows = {}
    for name in ("everyone", "attended", "missed"):
        with (played / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows[name] = [
                (row["Full name"], row["Company"]) for row in csv.DictReader(file)
            ]
    assert [len(rows[n]) for n in ("everyone", "attended", "missed")] == [62, 43, 13]
    assert ("Temperance Oyelaran", "Lantern Repairs") in rows["attended"]
    assert not set(rows["missed"]) & set(rows["attended"])


def test_every_verdict_is_the_one_that_the_script_expects(tmp_path, told, monkeypatch):
    seen = []
    play = Step.play

    def noted(step, event, door):
        answer = play(step, event, door)
        seen.append((step.said, answer))
        return answer

    monkeypatch.setattr("checkin.demo.Step.play", noted)
    demo.play(tmp_path / "evening", random.Random(2).randbytes, told.append)
    assert [said for said, _ in seen] == SCRIPT
    for said, answer in seen:
        if "expect" in said:
            assert answer.decision.verdict == Verdict(said["expect"]), said
    assert {"admitted", "already_in", "foreign", "misread", "unknown"} <= {
        answer.decision.verdict.value for _, answer in seen if answer
    }


def test_it_tells_the_evening_in_words_by_its_own_clock(played, told):
    text = "\n".join(told)
    assert told[0] == "Autumn Networking Evening, The Old Customs House, Harbour Quay"
    assert "   guests.csv: 60 guests imported." in told
    assert "   18:36  Already in, Hans Weber" in text
    assert "came in at 18:24 at Main door." in text
    assert "   18:27  Not our code: " in told[told.index("3. The door") + 1]
    assert "   All 53 QR codes were read back from the PDF." in told
    assert "43 came, 2 of them walk-ins; 13 missed it" in text


def test_it_runs_twice_into_different_folders(checkin, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert checkin("demo").code == 0
    assert checkin("demo").code == 0
    assert {path.name for path in (tmp_path / "checkin-demo").iterdir()} == FILES
    assert {path.name for path in (tmp_path / "checkin-demo-2").iterdir()} == FILES


def test_no_two_evenings_have_the_same_codes(tmp_path, told, checkin):
    codes = []
    for n in (1, 2):
        demo.play(tmp_path / str(n), random.Random(n).randbytes, told.append)
        event = tmp_path / str(n) / "autumn-evening.checkin"
        people = checkin("attendees", event, "--json").json
        codes += [person["code"] for person in people]
    assert len(set(codes)) == len(codes) == 124


def test_a_folder_with_a_demo_in_it_is_left_alone(played, checkin):
    before = {path: path.read_bytes() for path in played.iterdir()}
    done = checkin("demo", played)
    assert done.code == 3
    assert "exists already" in done.err
    assert {path: path.read_bytes() for path in played.iterdir()} == before


@pytest.mark.parametrize("name", sorted(FILES - {"autumn-evening.checkin"}))
def test_files_of_somebody_else_are_left_alone(checkin, tmp_path, name):
    (tmp_path / name).write_bytes(b"mine")
    done = checkin("demo", tmp_path)
    assert done.code == 3
    assert name in done.err
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == b"mine"


@pytest.mark.parametrize("where", ["file", "file/inside"])
def test_a_place_that_can_be_no_folder_is_refused_in_words(checkin, tmp_path, where):
    (tmp_path / "file").write_bytes(b"mine")
    done = checkin("demo", tmp_path / where)
    assert done.code == 3
    assert "can’t be written" in done.err
