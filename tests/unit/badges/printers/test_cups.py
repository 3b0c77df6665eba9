"""Badges through a real print server: what comes out, and what is told meanwhile."""

import re

import pytest
from cupsd import NetworkPrinter

from checkin.badges import (
    BadgeText,
    Looks,
    Sheeting,
    design,
    stock,
    verify,
    write_sheets,
)
from checkin.badges.pdfium import reading
from checkin.badges.printers import (
    JobState,
    NoPrinting,
    PagesUnreadable,
    Printer,
    PrintOptions,
    PrintQueue,
    PrintSystemSilent,
    Sides,
    Spool,
    State,
    Trouble,
    UnknownPrinter,
)
from checkin.badges.printers.cups import Cups, arguments, media
from checkin.badges.stock import Size
from checkin.typeset import new_canvas, save


def words(pdf):
    with reading(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def letters(pdf):
    """Where each letter of the first page stands, in pt."""
    with reading(pdf) as document:
        text = document[0].get_textpage()
        return [text.get_charbox(at) for at in range(text.count_chars())]


def drawn(pdf):
    """The box around the first thing that is drawn, in pt."""
    with reading(pdf) as document:
        return next(iter(document[0].get_objects())).get_bounds()


def write_label(out, size):
    width, height = size.width * 72 / 25.4, size.height * 72 / 25.4
    canvas = new_canvas(width, height, title="Label")
    canvas.rect(5, 5, width - 10, height - 10)
    save(canvas, out)


@pytest.fixture
def sheets(tmp_path, guests):
    people = [guests.add(f"Zoë{n}", "Łukasz", organisation="Ω GmbH") for n in range(12)]
    texts = [BadgeText.of(one, "Evening") for one in people]
    out = tmp_path / "badges.pdf"
    write_sheets(out, texts, Sheeting(stock("L4785")), Looks(design()), ticket_types=())
    return out, [one.code for one in people]


def ended(system, job):
    """Looks until the job has ended; CUPS itself takes the time."""
    for _try in range(2000):
        report = system.look([job])[job]
        if report.state.ended:
            return report
    raise AssertionError(report)


def until(system, job, state=None, trouble=None):
    for _try in range(2000):
        report = system.look([job])[job]
        if report.state is state or trouble in report.troubles:
            return report
    raise AssertionError(report)


def test_text_stays_text_in_its_place_and_every_code_can_be_read(print_server, sheets):
    pdf, codes = sheets
    filed = print_server.add_filing("Reception")
    job = Cups().submit(pdf, "Reception", PrintOptions(title="12 badges"))
    report = ended(Cups(), job)
    (printed,) = filed.glob("*.pdf")
    assert report.state is JobState.DONE
    assert report.pages == 2
    assert words(printed) == words(pdf)
    for ours, theirs in zip(letters(pdf), letters(printed), strict=True):
        assert ours == pytest.approx(theirs, abs=0.3)
    assert verify(printed, codes) == []


def test_the_pdf_printer_of_the_distribution_prints_at_100_per_cent(
    print_server, sheets, over
):
    pdf, codes = sheets
    filed = print_server.add_cups_pdf("Office", over)
    job = Cups().submit(pdf, "Office", PrintOptions())
    assert ended(Cups(), job).state is JobState.DONE
    (printed,) = filed.glob("**/*.pdf")
    assert drawn(printed) == pytest.approx(drawn(pdf), abs=1)
    assert verify(printed, codes) == []


def test_printers_are_told_by_their_titles_the_default_one_first(print_server):
    print_server.add_filing("Reception", "-D", "Büro 2 – Zoë")
    print_server.add_filing("Foyer", "-D", "Another one")
    print_server.run("lpadmin", "-d", "Reception")
    first, second = Cups().printers()
    assert first == Printer("Reception", "Büro 2 – Zoë", is_default=True, dots=300)
    assert (second.name, second.words()) == ("Foyer", "Another one")


def test_a_print_server_without_printers_has_none(print_server):
    assert list(Cups().printers()) == []


def test_a_printer_out_of_paper_says_so_and_goes_on_with_new_sheets(
    print_server, sheets
):
    out = print_server.add_filing(
        "Label", paper=False, says="STATE: +media-empty-error\n"
    )
    (out / "says-then").write_text("STATE: -media-empty-error\n")
    job = Cups().submit(sheets[0], "Label", PrintOptions())
    held = until(Cups(), job, trouble=Trouble.NO_PAPER)
    assert held.state is JobState.PRINTING
    assert [p.words() for p in Cups().printers()] == ["Label (out of paper)"]
    (out / "paper").touch()
    assert ended(Cups(), job).state is JobState.DONE


def test_a_job_that_the_system_gives_up_is_not_taken_for_printed(print_server, sheets):
    out = print_server.add_filing(
        "Label", "-o", "printer-error-policy=abort-job", paper=False
    )
    (out / "broken").touch()
    job = Cups().submit(sheets[0], "Label", PrintOptions())
    assert ended(Cups(), job).state is JobState.FAILED


def test_a_printer_that_was_stopped_is_told_as_paused(print_server, sheets):
    print_server.add_filing("Label")
    print_server.run("cupsdisable", "Label")
    job = Cups().submit(sheets[0], "Label", PrintOptions())
    assert until(Cups(), job, trouble=Trouble.PAUSED).state is JobState.WAITING


def test_a_job_can_be_taken_back_and_a_second_time_too(print_server, sheets):
    out = print_server.add_filing("Label", paper=False)
    job = Cups().submit(sheets[0], "Label", PrintOptions())
    until(Cups(), job, state=JobState.PRINTING)
    Cups().cancel(job)
    assert ended(Cups(), job).state is JobState.CANCELLED
    Cups().cancel(job)
    assert not list(out.glob("*.pdf"))


def test_labels_of_any_size_keep_it_on_paper(print_server, tmp_path):
    filed = print_server.add_filing("Label")
    pdf = tmp_path / "label.pdf"
    write_label(pdf, Size(62, 100))
    options = PrintOptions(paper=Size(62, 100))
    ended(Cups(), Cups().submit(pdf, "Label", options))
    (printed,) = filed.glob("*.pdf")
    with reading(printed) as document:
        across, along = document[0].get_size()
    assert (across, along) == pytest.approx((62 * 72 / 25.4, 100 * 72 / 25.4), abs=1)


def test_copies_and_sides_come_to_the_printer(print_server, sheets):
    filed = print_server.add_filing("Reception")
    options = PrintOptions(copies=2, sides=Sides.SHORT_EDGE)
    ended(Cups(), Cups().submit(sheets[0], "Reception", options))
    asked = (filed / "asked").read_text().split()
    assert "copies=2" in asked
    assert "sides=two-sided-short-edge" in asked


def test_a_printer_that_does_not_exist_is_named_with_those_that_do(
    print_server, sheets
):
    print_server.add_filing("Foyer")
    with pytest.raises(UnknownPrinter) as caught:
        Cups().submit(sheets[0], "Nope", PrintOptions())
    assert "There are: Foyer." in caught.value.words()


def test_a_pdf_that_is_gone_is_not_sent(print_server, tmp_path):
    print_server.add_filing("Foyer")
    with pytest.raises(PagesUnreadable):
        Cups().submit(tmp_path / "gone.pdf", "Foyer", PrintOptions())


def test_a_print_server_that_does_not_run_is_told(monkeypatch, sheets):
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    with pytest.raises(PrintSystemSilent):
        Cups().printers()
    with pytest.raises(PrintSystemSilent):
        Cups().submit(sheets[0], "Foyer", PrintOptions())


def test_without_the_commands_of_cups_nothing_can_be_printed(monkeypatch, sheets):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(NoPrinting) as caught:
        Cups().submit(sheets[0], "Foyer", PrintOptions())
    assert "lp is not there" in caught.value.words()


def test_lp_is_told_the_sides_the_paper_and_not_to_scale():
    told = arguments("Foyer", PrintOptions(paper=Size(297, 210), sides=Sides.LONG_EDGE))
    assert "print-scaling=none" in told
    assert "media=A4" in told
    assert "sides=two-sided-long-edge" in told


@pytest.mark.parametrize(
    ("paper", "name"),
    [
        (Size(215.9, 279.4), "Letter"),
        (Size(105, 148.5), "A6"),
        (Size(62, 29), "Custom.62x29mm"),
        (Size(101.6, 152.4), "Custom.101.6x152.4mm"),
    ],
)
def test_papers_have_the_names_that_cups_knows(paper, name):
    assert media(paper) == name


def test_a_raw_queue_is_given_the_pdf_as_it_is(print_server, sheets):
    there = NetworkPrinter()
    print_server.add_at_socket("Raw", there.address, "-m", "raw")
    job = Cups().submit(sheets[0], "Raw", PrintOptions())
    assert there.job() == sheets[0].read_bytes()
    assert ended(Cups(), job).state is JobState.DONE


def test_a_label_printer_gets_its_own_language_and_tells_its_dots(
    print_server, tmp_path
):
    there = NetworkPrinter()
    driver = ("-m", "drv:///sample.drv/zebra.ppd", "-o", "Resolution=203dpi")
    print_server.add_at_socket("Label", there.address, *driver)
    (label,) = Cups().printers()
    assert label.dots == 203
    size = Size(76.2, 50.8)
    pdf = tmp_path / "label.pdf"
    write_label(pdf, size)
    Cups().submit(pdf, "Label", PrintOptions(paper=size))
    zpl = there.job()
    assert b"^XA" in zpl
    assert b"^XZ" in zpl
    width = int(re.search(rb"\^PW(\d+)", zpl)[1])
    assert width == pytest.approx(76.2 / 25.4 * 203, abs=8)


def test_the_queue_begins_a_failed_job_anew_and_each_sheet_is_printed_once(
    print_server, sheets, tmp_path
):
    out = print_server.add_filing(
        "Label", "-o", "printer-error-policy=abort-job", paper=False
    )
    (out / "broken").touch()
    passing = tmp_path / "passing"
    passing.mkdir()
    queue = PrintQueue(Cups(), Spool(passing))
    options = PrintOptions(title="12 Schildchen für Zoë")
    number = queue.add(
        sheets[0], Printer("Label", "Label printer"), options, title="12 badges"
    ).number
    until_it_is(queue, number, State.FAILED)
    (out / "broken").unlink()
    (out / "paper").touch()
    queue.retry(number, first_page=2)
    until_it_is(queue, number, State.DONE)
    (printed,) = out.glob("*.pdf")
    assert words(printed) == words(sheets[0])[1:]
    assert not list(passing.rglob("*.pdf"))
    queue.close()


def until_it_is(queue, number, state):
    """Ticks until the job stands so; CUPS itself takes the time."""
    for _try in range(500):
        queue.tick()
        if queue.job(number).state is state:
            return
    raise AssertionError(queue.job(number))
