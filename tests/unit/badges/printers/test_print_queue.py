"""The print queue: how jobs stand, and that nothing is printed twice or left lying."""

import threading

import pytest
from doubles import PrintSystemDouble

from checkin.badges.pdfium import reading
from checkin.badges.printers import (
    JobState,
    PagesUnreadable,
    Printer,
    PrinterRefused,
    PrintOptions,
    PrintQueue,
    PrintSystemSilent,
    Spool,
    State,
    StillPrinting,
    Trouble,
    watch,
)
from checkin.typeset import new_canvas, save

OFFICE = Printer("office", "Office printer")


@pytest.fixture
def system():
    return PrintSystemDouble(OFFICE)


@pytest.fixture
def spool_folder(tmp_path):
    folder = tmp_path / "passing"
    folder.mkdir()
    return folder


@pytest.fixture
def queue(system, spool_folder):
    made = PrintQueue(system, Spool(spool_folder))
    yield made
    made.close()


@pytest.fixture
def pdf(tmp_path):
    out = tmp_path / "badges.pdf"
    canvas = new_canvas(300, 300, title="Badges")
    for number in range(1, 6):
        canvas.setPageSize((300, 300 + number))
        canvas.showPage()
    save(canvas, out)
    return out


@pytest.fixture
def job(queue, pdf):
    made = queue.add(pdf, OFFICE, PrintOptions(), title="43 badges")
    queue.tick()
    return made.number


def spooled(folder):
    return list(folder.rglob("*.pdf"))


def sheets_of(content, tmp_path):
    path = tmp_path / "sent.pdf"
    path.write_bytes(content)
    with reading(path) as document:
        return [round(page.get_height() - 300) for page in document]


def test_a_job_is_handed_over_and_done_and_nothing_of_it_stays(
    queue, system, pdf, spool_folder
):
    number = queue.add(pdf, OFFICE, PrintOptions(), title="43 badges").number
    assert queue.job(number).state is State.WAITING
    assert queue.tick()
    assert queue.job(number).state is State.AT_PRINTER
    assert system.sent[0][:2] == ("office", pdf.read_bytes())
    assert spooled(spool_folder)
    system.now("1", JobState.DONE)
    assert not queue.tick()
    assert queue.job(number).state is State.DONE
    assert not spooled(spool_folder)


def test_the_pdf_of_the_caller_may_go_once_the_job_is_in_the_queue(queue, system, pdf):
    queue.add(pdf, OFFICE, PrintOptions(), title="43 badges")
    pdf.unlink()
    queue.tick()
    assert len(system.sent) == 1


def test_out_of_paper_it_needs_help_and_says_what_to_do_until_it_goes_on(
    queue, system, job
):
    system.now("1", JobState.PRINTING, troubles=(Trouble.NO_PAPER,), pages=2)
    queue.tick()
    held = queue.job(job)
    assert (held.state, held.sent_pages) == (State.NEEDS_HELP, 2)
    assert held.why() == (
        "The printer has run out of paper. Put in new sheets; then it goes on by"
        " itself. Nothing is printed twice."
    )
    system.now("1", JobState.PRINTING)
    queue.tick()
    assert queue.job(job).state is State.AT_PRINTER
    assert queue.job(job).why() == ""


def test_little_toner_is_told_but_holds_nothing_up(queue, system, job):
    system.now("1", JobState.PRINTING, troubles=(Trouble.LITTLE_INK,))
    queue.tick()
    assert queue.job(job).state is State.AT_PRINTER
    assert queue.job(job).why().startswith("Little toner or ink is left.")


def test_what_the_printer_says_itself_is_passed_on(queue, system, job):
    system.now("1", JobState.PRINTING, says="Bitte Klappe schließen")
    queue.tick()
    assert queue.job(job).why() == "The printer says: Bitte Klappe schließen"


def test_begun_anew_the_old_job_is_taken_back_first(queue, system, job, tmp_path):
    system.now("1", JobState.PRINTING, troubles=(Trouble.JAM,))
    queue.tick()
    queue.retry(job, first_page=4)
    queue.tick()
    assert system.cancelled == ["1"]
    assert len(system.sent) == 2
    assert sheets_of(system.sent[1][1], tmp_path) == [4, 5]
    assert queue.job(job).first_page == 4


def test_begun_anew_twice_the_pages_are_still_counted_in_the_whole(
    queue, system, job, tmp_path
):
    for first in (2, 4):
        queue.retry(job, first_page=first)
        queue.tick()
    assert sheets_of(system.sent[2][1], tmp_path) == [4, 5]


def test_a_job_that_was_done_all_the_same_is_not_printed_again(
    queue, system, job, spool_folder
):
    queue.retry(job)
    system.now("1", JobState.DONE)
    queue.tick()
    assert len(system.sent) == 1
    assert queue.job(job).state is State.DONE
    assert not spooled(spool_folder)


def test_what_cannot_be_taken_back_is_not_printed_again(
    queue, system, job, monkeypatch
):
    def stays(_job):
        raise StillPrinting(reason="not yours")

    monkeypatch.setattr(system, "cancel", stays)
    queue.retry(job)
    queue.tick()
    assert len(system.sent) == 1
    assert queue.job(job).why().startswith("The print job could not be cancelled.")


def test_a_job_taken_back_leaves_nothing_lying(queue, system, job, spool_folder):
    queue.cancel(job)
    queue.tick()
    assert queue.job(job).state is State.CANCELLED
    assert system.cancelled == ["1"]
    assert not spooled(spool_folder)


def test_taken_back_before_it_was_handed_over_it_never_is(queue, system, pdf):
    number = queue.add(pdf, OFFICE, PrintOptions(), title="43 badges").number
    queue.cancel(number)
    queue.tick()
    assert queue.job(number).state is State.CANCELLED
    assert system.sent == []


def test_a_printer_that_refuses_is_told_and_can_be_tried_again(
    queue, system, pdf, spool_folder
):
    system.refuses = PrinterRefused(printer="Office printer", reason="no")
    number = queue.add(pdf, OFFICE, PrintOptions(), title="43 badges").number
    assert not queue.tick()
    failed = queue.job(number)
    assert failed.state is State.FAILED
    assert failed.why().startswith("“Office printer” did not take the badges.")
    assert spooled(spool_folder)
    system.refuses = None
    queue.retry(number)
    queue.tick()
    assert queue.job(number).state is State.AT_PRINTER


def test_a_job_that_the_system_gave_up_can_be_given_up_for_good(
    queue, system, job, spool_folder
):
    system.now("1", JobState.FAILED)
    queue.tick()
    assert queue.job(job).state is State.FAILED
    assert spooled(spool_folder)
    queue.cancel(job)
    queue.tick()
    assert queue.job(job).state is State.CANCELLED
    assert not spooled(spool_folder)


def test_a_print_system_that_falls_silent_is_told_and_looked_after(queue, system, job):
    system.silent = PrintSystemSilent(reason="it takes too long")
    assert queue.tick()
    assert queue.job(job).state is State.NEEDS_HELP
    assert queue.job(job).why().startswith("The print system does not answer.")
    system.silent = None
    system.now("1", JobState.DONE)
    queue.tick()
    assert queue.job(job).state is State.DONE


def test_what_is_taken_back_as_the_program_ends_is_not_printed(queue, system, job, pdf):
    waiting = queue.add(pdf, OFFICE, PrintOptions(), title="5 badges")
    sent = len(system.sent)
    queue.cancel(waiting.number)
    queue.cancel(job)
    queue.close()
    assert len(system.sent) == sent
    assert system.look(["1"])["1"].state is JobState.CANCELLED


def test_a_job_put_out_of_sight_meanwhile_is_not_begun_anew(queue, system, job):
    system.now("1", JobState.FAILED)
    queue.tick()
    queue.retry(job)
    queue.forget(job)
    assert not queue.tick()
    assert queue.jobs == ()


def test_a_damaged_pdf_is_refused_and_nothing_is_kept(queue, tmp_path, spool_folder):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no PDF")
    with pytest.raises(PagesUnreadable):
        queue.add(broken, OFFICE, PrintOptions(), title="43 badges")
    assert not spooled(spool_folder)


def test_a_job_that_has_ended_can_be_put_out_of_sight_others_not(queue, system, job):
    queue.forget(job)
    assert queue.jobs
    system.now("1", JobState.DONE)
    queue.tick()
    queue.forget(job)
    assert queue.jobs == ()


def test_whoever_watches_hears_of_each_change_until_the_end(queue, system, pdf):
    number = queue.add(pdf, OFFICE, PrintOptions(), title="43 badges").number
    heard = []

    def told(job):
        heard.append(job.state)
        if job.state is State.AT_PRINTER:
            system.now("1", JobState.DONE)

    class AtOnce(threading.Event):
        def wait(self, timeout=None):
            return self.is_set()

    last = watch(queue, number, told, AtOnce())
    assert heard == [State.AT_PRINTER, State.DONE]
    assert last.state is State.DONE


def test_watching_ends_when_it_is_told_to(queue, pdf):
    number = queue.add(pdf, OFFICE, PrintOptions(), title="43 badges").number
    stop = threading.Event()
    stop.set()
    assert watch(queue, number, lambda _job: None, stop).state is State.AT_PRINTER


def test_after_closing_nothing_is_left(queue, job, spool_folder):
    assert job
    queue.close()
    assert list(spool_folder.iterdir()) == []


def test_what_is_waiting_when_it_is_closed_is_still_handed_over(
    queue, system, pdf, spool_folder
):
    queue.add(pdf, OFFICE, PrintOptions(), title="43 badges")
    queue.close()
    assert len(system.sent) == 1
    assert list(spool_folder.iterdir()) == []
