"""One window for each event file: who has it, who asks for it, what is left behind."""

import os
import socket
from pathlib import Path

import pytest

from checkin.ui.single import Singles


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "evening.checkin"
    made.touch()
    return made


@pytest.fixture
def another(guards_folder, qapp):
    """Somebody else who would open it."""
    return Singles(guards_folder)


@pytest.fixture
def held(path, guards_folder, qapp):
    singles = Singles(guards_folder)
    singles.hold(path)
    yield singles
    singles.let_go()


def test_who_opens_an_event_that_is_open_brings_that_window_forward(
    held, another, path, qtbot
):
    with qtbot.waitSignal(held.wanted):
        assert another.ask_forward(path)
    held.let_go()
    assert not another.ask_forward(path)


def test_another_way_to_write_the_path_leads_to_the_same_window(
    held, another, path, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.checkin").symlink_to(path)
    assert another.ask_forward(path.relative_to(tmp_path))
    assert another.ask_forward(tmp_path / "link.checkin")


def test_the_window_of_another_user_is_theirs(held, another, path, monkeypatch):
    monkeypatch.setenv("HOME", "/home/somebody-else")
    monkeypatch.setenv("USERPROFILE", "/home/somebody-else")
    assert not another.ask_forward(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows clears it away by itself")
def test_what_a_window_that_was_killed_left_behind_is_in_nobodys_way(
    path, another, guards_folder
):
    where = another._address(path)
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(where)  # closed, but its name stays
    assert Path(where).exists()
    assert not another.ask_forward(path)
    singles = Singles(guards_folder)
    singles.hold(path)
    assert another.ask_forward(path)
    singles.let_go()


def test_where_no_name_can_be_made_an_event_is_opened_all_the_same(
    path, tmp_path, qapp
):
    singles = Singles(tmp_path / ("long" * 50))
    singles.hold(path)
    assert not singles.ask_forward(path)
    singles.let_go()


@pytest.mark.skipif(os.name == "nt", reason="Windows needs no files for it")
def test_an_event_that_is_closed_leaves_nothing_behind(held, path, guards_folder):
    assert len(list(guards_folder.iterdir())) == 1
    held.let_go()
    assert list(guards_folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows needs no files for it")
def test_a_window_that_is_closed_leaves_nothing_behind(window, guards_folder):
    assert len(list(guards_folder.iterdir())) == 1
    assert window.close()
    assert list(guards_folder.iterdir()) == []
