"""PDFium serves one thread at a time, and the others in between."""

import threading

import pytest

from checkin.badges.pdfium import PDFIUM, NotPdf, reading
from checkin.typeset import new_canvas, save


@pytest.fixture
def pdf(tmp_path):
    out = tmp_path / "badges.pdf"
    canvas = new_canvas(300, 300, title="Badges")
    canvas.showPage()
    save(canvas, out)
    return out


def test_while_one_reads_another_waits(pdf):
    order = []

    def other():
        with reading(pdf) as document:
            order.append(len(document))

    with reading(pdf):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join(0.1)
        order.append("first")
    thread.join()
    assert order == ["first", 1]


def test_what_is_no_pdf_is_told_and_lets_the_others_go_on(tmp_path):
    for name in ("gone.pdf", "broken.pdf"):
        path = tmp_path / name
        if name == "broken.pdf":
            path.write_bytes(b"no PDF")
        with pytest.raises(NotPdf), reading(path):
            pass
    assert PDFIUM.acquire(blocking=False)
    PDFIUM.release()
