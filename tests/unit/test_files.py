"""Files that are written whole or not at all."""

import os
import stat

import pytest

from checkin.files import draft_of, put_in_place, replacing
from checkin.model.errors import DiskFull, FileNotWritable


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_there_only_once_it_is_whole(tmp_path):
    out = tmp_path / "list.csv"
    with replacing(out) as draft:
        draft.write_text("half", encoding="utf-8")
        assert not out.exists()
        assert draft.name == "list.csv"
        draft.write_text("whole", encoding="utf-8")
    assert out.read_text(encoding="utf-8") == "whole"
    assert names(tmp_path) == ["list.csv"]


def test_an_error_leaves_what_was_there_and_nothing_else(tmp_path):
    out = tmp_path / "list.csv"
    out.write_text("as before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), replacing(out) as draft:
        draft.write_text(str(1 // 0), encoding="utf-8")
    assert out.read_text(encoding="utf-8") == "as before"
    assert names(tmp_path) == ["list.csv"]


def test_a_draft_that_is_never_put_in_place_is_swept_away(tmp_path):
    with draft_of(tmp_path / "list.csv") as draft:
        draft.write_text("half", encoding="utf-8")
        (draft.parent / "temporary").write_text("of a library", encoding="utf-8")
    assert names(tmp_path) == []


def test_a_draft_may_be_put_in_place_before_the_end(tmp_path):
    out = tmp_path / "list.csv"
    with draft_of(out) as draft:
        draft.write_text("whole", encoding="utf-8")
        put_in_place(draft, out)
        assert out.read_text(encoding="utf-8") == "whole"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(28, DiskFull), (122, DiskFull), (13, FileNotWritable), (30, FileNotWritable)],
)
def test_what_the_system_says_becomes_words_about_the_file(tmp_path, number, expected):
    with pytest.raises(expected) as caught, replacing(tmp_path / "list.csv"):
        raise OSError(number, os.strerror(number))
    assert "list.csv" in caught.value.words()
    assert names(tmp_path) == []


def test_something_that_is_no_file_is_never_replaced(tmp_path):
    (tmp_path / "list.csv").mkdir()
    with pytest.raises(FileNotWritable), replacing(tmp_path / "list.csv"):
        pytest.fail("it should not come to that")


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of Unix")
def test_a_new_file_has_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path):
    usual, own = tmp_path / "usual", tmp_path / "own"
    usual.touch()
    own.touch()
    own.chmod(0o640)
    for out in (own, tmp_path / "new"):
        with replacing(out) as draft:
            draft.touch()
    assert stat.S_IMODE(own.stat().st_mode) == 0o640
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="Windows links only for administrators")
def test_a_symbolic_link_stays_one(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.touch()
    link.symlink_to(target)
    with replacing(link) as draft:
        draft.write_text("new", encoding="utf-8")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
