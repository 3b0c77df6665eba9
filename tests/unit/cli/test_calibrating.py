"""`checkin printer`: measured on a test sheet, kept, and used from then on."""

import pypdfium2
import pytest


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    said = document[0].get_textpage().get_text_bounded()
    document.close()
    return said


def test_what_was_measured_is_kept_and_said_in_words(checkin):
    assert checkin("printer", "Office").out == "Office: printed as it is.\n"
    told = checkin("printer", "Office", "--measured", "11.2,10.8,190.57,277.83").out
    assert told.startswith(
        "Office: it prints 1.2 mm too far right, 0.8 mm too low, 0.3"
    )
    assert checkin("printer", "Office").out == told
    assert checkin("printer").out == "PDF: printed as it is.\n"


def test_it_can_be_said_by_hand_and_in_part_and_taken_back(checkin):
    checkin("printer", "--offset", "-1,2.5")
    told = checkin("printer", "--scale", "99,8 100", "--json").json
    assert told == {
        "printer": "PDF", "calibrated": True, "right_mm": -1, "down_mm": 2.5,
        "across_percent": 99.8, "down_percent": 100,
    }  # fmt: skip
    assert not checkin("printer", "--reset", "--json").json["calibrated"]
    assert not checkin("printer", "--json").json["calibrated"]


def test_the_measures_are_those_of_the_paper(checkin, complains):
    letter = ("--stock", "5395")
    told = checkin("printer", *letter, "--measured", "10,10,195.9,259.4")
    assert told.out == "PDF: printed as it is.\n"
    assert "3.1 % too large" in complains("printer", "--measured", "10,10,195.9,277")


@pytest.mark.parametrize(
    "args",
    [
        ("--measured", "10,10,190"),
        ("--measured", "here"),
        ("--measured", "0.4,0.4,7.5,10.9"),
        ("--offset", "20,0"),
        ("--scale", "50,50"),
        ("--measured", "10,10,190,277", "--stock", "L9999"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_kept(checkin, complains, args):
    complains("printer", "Office", *args)
    assert not checkin("printer", "Office", "--json").json["calibrated"]


def test_a_test_sheet_says_what_it_is_printed_with(checkin, tmp_path):
    out = tmp_path / "t.pdf"
    checkin("test-sheet", out)
    assert "Printed without calibration." in words_of(out)
    checkin("printer", "--offset", "1,1")
    checkin("test-sheet", out)
    assert "Printed with the calibration kept for PDF files." in words_of(out)
    checkin("test-sheet", out, "--uncalibrated")
    assert "Printed without calibration." in words_of(out)


def test_measuring_again_goes_on_from_what_is_kept_unless_it_is_said_not_to(checkin):
    checkin("printer", "--offset", "1,0")
    again = checkin("printer", "--measured", "10.5,10,190,277", "--json").json
    assert again["right_mm"] == 0.5
    afresh = ("--measured", "10.5,10,190,277", "--uncalibrated")
    assert checkin("printer", *afresh, "--json").json["right_mm"] == -0.5
