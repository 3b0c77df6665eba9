"""Printing on Windows, against a double of the few calls that it is made of."""

from contextlib import contextmanager

import pytest

from checkin.badges.printers import (
    JobReport,
    JobState,
    PagesUnreadable,
    PrinterRefused,
    PrintOptions,
    PrintSystemSilent,
    StillPrinting,
    Trouble,
    UnknownPrinter,
)
from checkin.badges.printers.windows import (
    Queue,
    QueuedJob,
    Windows,
    WindowsRefused,
)
from checkin.typeset import new_canvas, save

PAUSED, NO_PAPER, LITTLE_TONER = 0x1, 0x10, 0x20000
SPOOLING, PRINTING, PRINTED, DELETED, JOB_NO_PAPER = 0x8, 0x10, 0x80, 0x100, 0x40


class SheetDouble:
    """A printer with 600 by 300 dots an inch and an edge it can't print on."""

    dots, corner = (600, 300), (100, 50)

    def __init__(self, fails_at=0):
        self.drawn, self.ended, self.given_up, self.title = [], False, False, ""
        self._fails_at = fails_at

    def begin(self, title):
        self.title = title
        return 7

    def draw(self, page, *where):
        assert page
        if len(self.drawn) + 1 == self._fails_at:
            raise WindowsRefused("StartPage")
        self.drawn.append(where)

    def end(self):
        self.ended = True

    def give_up(self):
        self.given_up = True


class CallsDouble:
    """Windows as the test says."""

    def __init__(self):
        self.listed = [
            Queue("Labels", "", 0, True),
            Queue("Office", "2nd floor", 0, False),
        ]
        self.usual = "Office"
        self.jobs = {}
        self.paper = SheetDouble()
        self.asked = []
        self.let_go = False
        self.refuses = False

    def queues(self):
        if self.refuses:
            raise WindowsRefused("EnumPrinters")
        return self.listed

    def default(self):
        return self.usual

    @contextmanager
    def sheet(self, printer, options):
        self.asked.append((printer, options))
        try:
            yield self.paper
        finally:
            self.let_go = True

    def job(self, printer, number):
        return self.jobs.get((printer, number))

    def cancel(self, printer, number):
        if self.refuses:
            raise WindowsRefused("SetJob")
        del self.jobs[printer, number]


@pytest.fixture
def calls():
    return CallsDouble()


@pytest.fixture
def windows(calls):
    return Windows(calls)


@pytest.fixture
def pdf(tmp_path):
    out = tmp_path / "badges.pdf"
    canvas = new_canvas(144, 72, title="Badges")
    canvas.showPage()
    canvas.showPage()
    save(canvas, out)
    return out


def test_printers_are_told_the_usual_one_first_and_offline_ones_as_such(windows):
    first, second = windows.printers()
    assert (first.name, first.is_default, first.says) == ("Office", True, "2nd floor")
    assert second.words() == "Labels (does not answer)"


def test_what_windows_says_of_a_printer_is_understood(windows, calls):
    calls.listed = [Queue("Office", "", PAUSED | NO_PAPER | LITTLE_TONER, False)]
    assert windows.printers()[0].troubles == (
        Trouble.NO_PAPER,
        Trouble.PAUSED,
        Trouble.LITTLE_INK,
    )


def test_pages_are_drawn_in_full_size_from_the_corner_of_the_paper(windows, calls, pdf):
    options = PrintOptions(title="43 badges")
    assert windows.submit(pdf, "Office", options) == "7 Office"
    assert calls.asked == [("Office", options)]
    assert calls.paper.title == "43 badges"
    assert calls.paper.drawn == [(-100, -50, 1200, 300)] * 2
    assert calls.paper.ended
    assert not calls.paper.given_up
    assert calls.let_go


def test_a_job_that_fails_halfway_is_not_printed_at_all(windows, calls, pdf):
    calls.paper = SheetDouble(fails_at=2)
    with pytest.raises(PrinterRefused) as caught:
        windows.submit(pdf, "Office", PrintOptions())
    assert "StartPage" in caught.value.words()
    assert calls.paper.given_up
    assert not calls.paper.ended
    assert calls.let_go


def test_an_unknown_printer_is_told_with_those_that_there_are(windows, pdf):
    with pytest.raises(UnknownPrinter) as caught:
        windows.submit(pdf, "Attic", PrintOptions())
    assert "Office, Labels" in caught.value.words()


def test_a_damaged_pdf_is_told(windows, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no PDF")
    with pytest.raises(PagesUnreadable):
        windows.submit(broken, "Office", PrintOptions())


@pytest.mark.parametrize(
    ("job", "report"),
    [
        (QueuedJob(SPOOLING, 0), JobReport(JobState.WAITING)),
        (QueuedJob(PRINTING, 2), JobReport(JobState.PRINTING, pages=2)),
        (
            QueuedJob(PRINTING | JOB_NO_PAPER, 2),
            JobReport(JobState.PRINTING, (Trouble.NO_PAPER,), pages=2),
        ),
        (QueuedJob(PRINTED, 2), JobReport(JobState.DONE)),
        (QueuedJob(DELETED, 1), JobReport(JobState.CANCELLED, pages=1)),
        (None, JobReport(JobState.DONE)),
    ],
)
def test_jobs_are_told_as_they_stand(windows, calls, job, report):
    if job:
        calls.jobs["Office printer", 7] = job
    assert windows.look(["7 Office printer"]) == {"7 Office printer": report}


def test_what_keeps_the_printer_keeps_its_jobs(windows, calls):
    calls.jobs["Labels", 3] = QueuedJob(SPOOLING, 0)
    report = windows.look(["3 Labels"])["3 Labels"]
    assert report == JobReport(JobState.WAITING, (Trouble.OFFLINE,))


def test_a_job_can_be_taken_back_and_a_second_time_too(windows, calls):
    calls.jobs["Office", 7] = QueuedJob(PRINTING, 0)
    windows.cancel("7 Office")
    assert not calls.jobs
    windows.cancel("7 Office")


def test_a_job_that_cannot_be_taken_back_is_told(windows, calls):
    calls.jobs["Office", 7] = QueuedJob(PRINTING, 0)
    calls.refuses = True
    with pytest.raises(StillPrinting):
        windows.cancel("7 Office")


def test_a_print_system_that_gives_no_answer_is_told(windows, calls):
    calls.refuses = True
    with pytest.raises(PrintSystemSilent):
        windows.printers()
    with pytest.raises(PrintSystemSilent):
        windows.look(["7 Office"])
