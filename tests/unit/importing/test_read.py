"""What is no list is refused in words; content decides, not the ending."""

import io
import os
import zipfile

import pytest

from checkin.importing import errors, read
from checkin.importing.read import read_table
from checkin.importing.read_as import ReadAs
from checkin.model.errors import BadArgument, FileNotReadable, FileNotThere


def zipped(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in members.items():
            out.writestr(name.replace("__", "/").replace("_", "."), content)
    return packed.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", errors.EmptyFile, "empty"),
        (b"\xef\xbb\xbf \r\n\r\n", errors.EmptyFile, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), errors.NotAList, "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(99), errors.NotAList, "picture"),
        (b"%PDF-1.7\n", errors.NotAList, "PDF"),
        (b"<!DOCTYPE html><html>", errors.NotAList, "web page"),
        (zipped(picture_png=b"\x89PNG"), errors.NotAList, "Unpack"),
        (zipped(word__document_xml=b"<w/>"), errors.NotAList, "letter"),
        (zipped(Index__Document_iwa=b"x"), errors.NotAList, "Numbers"),
        (zipped(xl__workbook_xml=b"no"), errors.BrokenList, "damaged"),
        (b"PK\x03\x04 and then nothing", errors.BrokenList, "damaged"),
        (OLE + bytes(2000), errors.BrokenList, "damaged"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            errors.LockedWithPassword,
            "password",
        ),
        (zipped(xl__sheet_xml=bytes(30 << 20)), errors.PackedTooTight, "30 MB"),
    ],
)
def test_what_is_no_list_is_refused_in_three_sentences(written, content, error, words):
    with pytest.raises(error) as told:
        read_table(written(content))
    lines = str(told.value).splitlines()
    assert words in str(told.value)
    assert len(lines) == 3
    assert "list.csv" in lines[0]
    assert "{" not in str(told.value)


def test_a_folder_and_a_missing_file_have_errors_of_their_own(tmp_path):
    with pytest.raises(errors.IsFolder):
        read_table(tmp_path)
    with pytest.raises(FileNotThere):
        read_table(tmp_path / "gone.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(FileNotReadable):
        read_table(tmp_path / "pipe.csv")


def test_a_file_that_the_system_will_not_give_is_told(written, monkeypatch):
    path = written("Name\nZoë")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    with pytest.raises(FileNotReadable, match="Permission denied"):
        read_table(path)


def test_a_file_larger_than_the_limit_is_not_read(written, monkeypatch):
    monkeypatch.setattr(read, "MAX_BYTES", 10)
    with pytest.raises(errors.TooLarge):
        read_table(written("Name\n" + "Zoë Bell\n" * 10))


def test_the_ending_of_the_name_decides_nothing(written):
    for name in ("rsvps.xls", "list.xlsx", "guests.pdf", "noending"):
        assert read_table(written("Name\nZoë\n", name)).rows == (("Zoë",),)


def test_a_sheet_of_a_text_file_is_a_slip(written):
    with pytest.raises(BadArgument, match="no sheets"):
        read_table(written("Name\nZoë\n"), ReadAs(sheet="Friday"))
