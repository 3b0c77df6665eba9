"""What is spooled is private, and swept away whatever happens."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from checkin.badges.printers import PagesUnreadable, Spool
from checkin.badges.printers.spool import passing_files, sweep
from checkin.model.errors import DiskFull
from checkin.typeset import new_canvas, save

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")


@pytest.fixture
def pdf(tmp_path):
    out = tmp_path / "badges.pdf"
    canvas = new_canvas(300, 300, title="Badges")
    canvas.showPage()
    save(canvas, out)
    return out


@pytest.fixture
def parent(tmp_path):
    folder = tmp_path / "passing"
    folder.mkdir()
    return folder


@POSIX
def test_nobody_else_can_read_what_is_spooled(pdf, parent):
    pdf.chmod(0o644)
    spool = Spool(parent)
    file = spool.keep(pdf)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.read_bytes() == pdf.read_bytes()
    spool.close()
    assert list(parent.iterdir()) == []


def test_a_file_that_is_dropped_is_gone(pdf, parent):
    spool = Spool(parent)
    file = spool.keep(pdf)
    spool.drop(file)
    assert not file.exists()
    spool.drop(file)
    spool.close()


CRASHES = """
import os, sys
from pathlib import Path
from checkin.badges.printers import Spool
Spool(Path(sys.argv[2])).keep(Path(sys.argv[1]))
os._exit(9)
"""


def test_what_a_crash_left_behind_is_swept_at_the_next_start(pdf, parent):
    command = [sys.executable, "-c", CRASHES, str(pdf), str(parent)]
    assert subprocess.run(command, check=False).returncode == 9
    (left,) = parent.iterdir()
    spool = Spool(parent)
    spool.keep(pdf)
    assert not left.exists()
    spool.close()


def test_what_another_program_is_printing_stays(pdf, parent):
    mine, theirs = Spool(parent), Spool(parent)
    file = theirs.keep(pdf)
    mine.keep(pdf)
    sweep(parent)
    assert file.exists()
    mine.close()
    theirs.close()


def test_only_whole_pdfs_are_cut(tmp_path, parent):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no PDF")
    spool = Spool(parent)
    with pytest.raises(PagesUnreadable):
        spool.keep(broken, first_page=2)
    assert list(parent.rglob("*.pdf")) == []
    spool.close()


def test_a_page_that_is_not_there_cannot_be_the_first(pdf, parent):
    spool = Spool(parent)
    with pytest.raises(PagesUnreadable):
        spool.keep(pdf, first_page=2)
    spool.close()


def test_a_full_disk_is_told(pdf, parent, monkeypatch):
    def full(*_what):
        raise OSError(28, "No space left on device")

    spool = Spool(parent)
    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(DiskFull):
        spool.keep(pdf)
    assert list(parent.rglob("*.pdf")) == []
    spool.close()


@pytest.mark.parametrize("folder", [None, "", "gone"])
def test_a_folder_that_the_system_does_not_have_is_not_missed(
    folder, tmp_path, monkeypatch
):
    """Nor is it told on standard error: warnings fail tests."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    if folder is not None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder and str(tmp_path / folder))
    assert passing_files() == Path(tempfile.gettempdir())


@pytest.mark.skipif(sys.platform != "linux", reason="others have no such folder")
def test_they_lie_in_the_folder_of_the_session_where_there_is_one(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert passing_files() == tmp_path
