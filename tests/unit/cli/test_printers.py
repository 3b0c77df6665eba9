"""`checkin printers`, and badges sent to one, on a real print server of the tests."""

import pytest

from checkin.badges.pdfium import reading


@pytest.fixture
def foyer(print_server):
    return print_server.add_filing("Foyer", "-D", "Printer in the foyer")


def printed(folder):
    """The pages that came out."""
    (pdf,) = folder.glob("*.pdf")
    with reading(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_the_printers_are_told_with_how_they_are(checkin, print_server, foyer):
    assert foyer
    print_server.run("lpadmin", "-d", "Foyer")
    print_server.add_filing("Label")
    print_server.run("cupsdisable", "Label")
    said = checkin("printers").out.splitlines()
    assert said == [
        "Printer in the foyer [Foyer], the usual one, 300 dots an inch: ready",
        "Label, 300 dots an inch: paused",
    ]
    first, second = checkin("printers", "--json").json["printers"]
    assert (first["printer"], first["default"], first["state"]) == (
        "Foyer", True, "ready",
    )  # fmt: skip
    assert (second["state"], second["troubles"]) == ("needs_help", ["paused"])


def test_a_computer_without_printers_says_so(checkin, print_server):
    assert print_server
    assert "This computer has no printer." in checkin("printers").out


def test_badges_go_to_the_printer_and_stay_as_pdf(checkin, event, tmp_path, foyer):
    out = tmp_path / "badges.pdf"
    done = checkin("badges", event, out, "--printer", "printer in the FOYER", "--wait")
    assert done.code == 0
    assert done.out.splitlines()[-1] == "Printed on Printer in the foyer."
    assert "Print at 100 %" not in done.out
    (page,) = printed(foyer)
    assert "Anna" in page
    assert out.exists()


def test_in_json_it_says_what_became_of_the_job(checkin, event, tmp_path, foyer):
    assert foyer
    out = tmp_path / "badges.pdf"
    done = checkin("badges", event, out, "--printer", "Foyer", "--wait", "--json").json
    assert (done["printer"], done["state"], done["badges"]) == ("Foyer", "done", 3)


def test_without_waiting_it_is_sent_and_that_is_said(checkin, event, tmp_path, foyer):
    assert foyer
    done = checkin("badges", event, tmp_path / "b.pdf", "--printer", "Foyer")
    assert done.out.splitlines()[-1] == "Sent to Printer in the foyer."


def test_a_printer_that_is_not_there_is_told_before_anything_is_noted(
    checkin, event, tmp_path, foyer
):
    assert foyer
    out = tmp_path / "badges.pdf"
    done = checkin("badges", event, out, "--printer", "Attic")
    assert done.code == 3
    assert "There is no printer “Attic”" in done.err
    assert "Printer in the foyer" in done.err
    assert not out.exists()
    assert checkin("stats", event, "--json").json["printed"] == 0


def test_a_job_that_is_given_up_is_told_with_the_way_back(
    checkin,
    event,
    tmp_path,
    print_server,
):
    label = print_server.add_filing(
        "Label", "-o", "printer-error-policy=abort-job", paper=False
    )
    (label / "broken").touch()
    out = tmp_path / "badges.pdf"
    done = checkin("badges", event, out, "--printer", "Label", "--wait")
    assert done.code == 3
    assert "It was not printed on Label" in done.err
    assert f"Undo with: checkin undo {event}" in done.err
    assert out.exists()


def test_a_test_sheet_can_go_straight_to_the_printer(checkin, foyer):
    done = checkin("test-sheet", "--printer", "Foyer", "--wait")
    assert done.out == "Printed on Printer in the foyer.\n"
    (page,) = printed(foyer)
    assert "Test sheet" in page or "100" in page


def test_a_test_sheet_needs_to_know_where_to(checkin):
    assert checkin("test-sheet").code == 2
