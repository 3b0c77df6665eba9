"""One window for each event file: who has it, who asks for it, what is left behind."""

import os
import socket
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer

from checkin.ui import single
from checkin.ui.single import Singles


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "evening.checkin"
    made.touch()
    return made


@pytest.fixture
def held(path, qapp):
    singles = Singles()
    singles.hold(path)
    yield singles
    singles.let_go()


def test_who_opens_an_event_that_is_open_brings_that_window_forward(held, path, qtbot):
    with qtbot.waitSignal(held.wanted):
        assert Singles().ask_forward(path)
    held.let_go()
    assert not Singles().ask_forward(path)


def test_another_way_to_write_the_path_leads_to_the_same_window(
    held, path, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.checkin").symlink_to(path)
    assert Singles().ask_forward(path.relative_to(tmp_path))
    assert Singles().ask_forward(tmp_path / "link.checkin")


def test_the_window_of_another_user_is_theirs(held, path, monkeypatch):
    monkeypatch.setenv("HOME", "/home/somebody-else")
    monkeypatch.setenv("USERPROFILE", "/home/somebody-else")
    assert not Singles().ask_forward(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows clears it away by itself")
def test_what_a_window_that_was_killed_left_behind_is_in_nobodys_way(path, qapp):
    asking = QLocalServer()
    asking.listen(single._name(path))
    where = asking.fullServerName()
    asking.close()
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(where)  # closed, but its name stays
    assert Path(where).exists()
    assert not Singles().ask_forward(path)
    singles = Singles()
    singles.hold(path)
    assert Singles().ask_forward(path)
    singles.let_go()


def test_where_no_name_can_be_made_an_event_is_opened_all_the_same(
    path, monkeypatch, tmp_path, qapp
):
    monkeypatch.setenv("TMPDIR", str(tmp_path / ("long" * 50)))
    singles = Singles()
    singles.hold(path)
    assert not Singles().ask_forward(path)
    singles.let_go()
