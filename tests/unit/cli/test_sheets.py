"""`checkin stocks` and `test-sheet`."""

import pypdfium2

from checkin.badges import designs, stocks


def test_every_sheet_and_design_is_told_with_its_size(checkin):
    words = checkin("stocks").out
    for one in stocks():
        assert f"{one.title}: {one.places} badge" in words
    first, second, *_others = words.splitlines()
    assert "80 × 50 mm on A4; the same: L4786, L4787. Its known measures" in first
    assert second.endswith("the same: 5095, 5895, 8395, 15395")
    assert words.endswith(f"Designs: {', '.join(designs())}\n")


def test_sheets_in_json_can_be_named_to_badges(checkin, event, tmp_path):
    told = checkin("stocks", "--json").json
    assert told["designs"] == list(designs())
    assert len(told["stocks"]) == len(stocks())
    last = told["stocks"][-1]
    args = ("--stock", last["stock"], "--design", told["designs"][-1], "--json")
    done = checkin("badges", event, tmp_path / "b.pdf", *args).json
    assert done["stock"] == last["stock"]


def test_a_test_sheet_has_a_number_for_every_label(checkin, tmp_path):
    out = tmp_path / "test.pdf"
    done = checkin("test-sheet", out, "--stock", "Avery 5395")
    assert done.out.startswith(f"Test sheet for 5395: {out}\n")
    pdf = pypdfium2.PdfDocument(out)
    words = pdf[0].get_textpage().get_text_bounded().split()
    pdf.close()
    assert set("12345678") <= set(words)


def test_a_test_sheet_is_never_written_over_an_event(event, complains):
    assert "is a PDF" in complains("test-sheet", event)


def test_a_sheet_that_nobody_makes_has_no_test_sheet(tmp_path, complains):
    complains("test-sheet", tmp_path / "t.pdf", "--stock", "L9999")
