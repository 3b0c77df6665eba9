"""`checkin stock`: sheets of one's own, from the terminal."""

import shlex

import pytest

ADD = ("--paper", "A4", "--badge", "80x50", "--grid", "2x5", "--margin", "18,13",
       "--pitch", "95,55", "--corner", "3")  # fmt: skip


def test_a_measured_sheet_can_be_printed_on(checkin, event, tmp_path):
    done = checkin("stock", "add", "Tray 2", *ADD)
    assert done.out.splitlines()[0] == "Tray 2: 10 badges of 80 × 50 mm on A4"
    assert "test.pdf --stock 'Tray 2'" in done.out or '"Tray 2"' in done.out
    args = ("--stock", "tray 2", "--json")
    made = checkin("badges", event, tmp_path / "b.pdf", *args).json
    assert made["stock"] == "Tray 2"
    sheet = checkin("test-sheet", tmp_path / "t.pdf", "--stock", "Tray 2")
    assert sheet.code == 0


def test_it_stands_before_the_shipped_ones_and_is_found(checkin):
    checkin("stock", "add", "Tray 2", *ADD)
    assert checkin("stocks").out.startswith("Tray 2: ")
    (found,) = checkin("stocks", "--search", "tray", "--json").json["stocks"]
    assert (found["stock"], found["own"]) == ("Tray 2", True)
    assert found["first_mm"] == [18, 13]
    assert found["pitch_mm"] == [95, 55]


def test_a_change_leaves_the_rest_as_it_was(checkin):
    checkin("stock", "add", "Tray 2", *ADD)
    checkin("stock", "change", "tray 2", "--margin", "17,5x13,5", "--gap", "15,6")
    (found,) = checkin("stocks", "--search", "tray", "--json").json["stocks"]
    assert found["first_mm"] == [17.5, 13.5]
    assert found["pitch_mm"] == [95, 56]
    assert found["corner_mm"] == 3


def test_a_shipped_one_is_copied_with_its_fold(checkin):
    args = ("--like", "CR80 tent 4-up", "--margin", "14,34")
    checkin("stock", "add", "Our tents", *args)
    (found,) = checkin("stocks", "--search", "our tents", "--json").json["stocks"]
    assert (found["folded"], found["kind"]) == (True, "fold")


def test_inches_are_read_where_they_are_said(checkin):
    args = ("--paper", "letter", "--badge", "3.5x2in", "--grid", "2x5")
    checkin("stock", "add", "Cards", *args, "--margin", "0.75x0.5in", "--gap", "0,0")
    (found,) = checkin("stocks", "--search", "cards 88.9x50.8", "--json").json[
        "stocks"
    ][:1]
    assert found["stock"] == "Cards"
    assert found["first_mm"] == [19.05, 12.7]


def test_one_that_was_removed_is_brought_back_by_what_is_told(checkin):
    checkin("stock", "add", "Tray 2", *ADD)
    before = checkin("stocks", "--search", "tray 2", "--json").json
    gone = checkin("stock", "remove", "TRAY 2").out.splitlines()
    assert gone[0] == "Tray 2 is gone."
    assert checkin("stocks", "--search", "tray 2", "--json").json["stocks"] == []
    back = gone[1].partition("checkin ")[2]
    assert checkin(*shlex.split(back)).code == 0
    assert checkin("stocks", "--search", "tray 2", "--json").json == before


@pytest.mark.parametrize(
    ("args", "what", "why"),
    [
        (("--grid", "2x6"), "--grid", "The last row ends 41 mm beyond the paper."),
        (("--pitch", "75,55"), "--pitch", "The badges overlap by 5 mm"),
        (("--badge", "80"), "--badge", "It needs two numbers."),
        (("--grid", "2.5x5"), "--grid", "It needs two numbers."),
        (("--corner", "round"), "--corner", "It needs a length."),
        (("--corner", "30"), "--corner", "At most 25 mm"),
        (("--paper", "A99"), "--paper", "It needs two numbers."),
    ],
)
def test_measures_that_can_not_be_are_told_with_their_option(
    complains, args, what, why
):
    told = complains("stock", "add", "Tray 2", *ADD, *args)
    assert f"can’t be used for {what}" in told
    assert why in told.replace("\N{NO-BREAK SPACE}", " ")


def test_a_name_that_is_taken_is_told(checkin, complains):
    checkin("stock", "add", "Tray 2", *ADD)
    assert "You have a sheet of that name" in complains("stock", "add", "tray-2", *ADD)
    assert "Avery L4785 is called" in complains("stock", "add", "L4785", *ADD)


@pytest.mark.parametrize("what", ["change", "remove"])
def test_one_that_is_not_there_is_told_with_those_that_are(checkin, complains, what):
    assert "Add one with" in complains("stock", what, "Tray 9")
    checkin("stock", "add", "Tray 2", *ADD)
    assert "There are: Tray 2." in complains("stock", what, "Tray 9")


def test_labels_that_are_too_small_are_told_so(complains):
    assert "too small for badges" in complains("stocks", "--search", "L4784")


def test_a_search_that_finds_nothing_says_so(checkin):
    assert checkin("stocks", "--search", "xyzzy").out.startswith(
        "No sheet fits “xyzzy”"
    )
