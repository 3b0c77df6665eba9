"""Lists that can't be read: said in three sentences, and nothing is changed."""

import os
import zipfile

import pytest

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(200))
LOCKED = (
    bytes.fromhex("d0cf11e0a1b11ae1")
    + bytes(504)
    + ("EncryptedPackage".encode("utf-16-le") + bytes(500))
)
BAD = {
    "empty": b"",
    "blank": b"\xef\xbb\xbf\r\n \r\n",
    "picture": PNG,
    "pdf": b"%PDF-1.7\n%%EOF",
    "locked": LOCKED,
    "binary": bytes(range(256)) * 40,
    "program": b"\x7fELF" + bytes(2000),
    "old office file": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000),
    "web page": b"<!DOCTYPE html><html><body>Sign in</body></html>",
    "headings only": b"Name,Email\r\n",
    "no names": b"Colour,Size\r\nred,3\r\n",
    "broken workbook": b"PK\x03\x04" + bytes(range(256)) * 4,
    "database": b"SQLite format 3\0" + bytes(4000),
}
COMMANDS = {
    "read": ["read", "{list}"],
    "read --json": ["read", "{list}", "--json"],
    "import": ["import", "{event}", "{list}"],
    "import --dry-run": ["import", "{event}", "{list}", "--dry-run", "--json"],
}


def filled(command, event, a_list):
    return [arg.format(event=event, list=a_list) for arg in COMMANDS[command]]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_is_no_list_is_said_to_be_none(
    complains, event, tmp_path, kind, command
):
    path = tmp_path / "list.csv"
    path.write_bytes(BAD[kind])
    assert "list.csv" in complains(*filled(command, event, path))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_list_that_is_not_there_or_no_file(complains, event, tmp_path, command):
    assert "There is no file" in complains(
        *filled(command, event, tmp_path / "nowhere.csv")
    )
    (tmp_path / "folder").mkdir()
    assert "is a folder" in complains(*filled(command, event, tmp_path / "folder"))
    (tmp_path / "dangling.csv").symlink_to(tmp_path / "nowhere.csv")
    complains(*filled(command, event, tmp_path / "dangling.csv"))
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    complains(*filled(command, event, tmp_path / "loop.csv"))
    complains(*filled(command, event, tmp_path / ("x" * 300 + ".csv")))
    complains(*filled(command, event, event / "inside-a-file.csv"))
    complains(*filled(command, event, ""))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read all")
def test_a_list_that_may_not_be_read(complains, event, guests):
    guests.chmod(0)
    assert "can’t be opened" in complains("import", event, guests)


def test_a_device_is_no_list(complains, event):
    complains("import", event, "/dev/null")


def test_an_event_is_not_imported_as_a_list(complains, event):
    assert "a database, perhaps an event" in complains("import", event, event)


def test_an_archive_without_a_list_is_to_be_unpacked_first(complains, event, tmp_path):
    with zipfile.ZipFile(tmp_path / "lists.zip", "w") as packed:
        packed.writestr("invitation.pdf", "%PDF")
    assert "an archive" in complains("import", event, tmp_path / "lists.zip")


@pytest.mark.parametrize(
    "args",
    [
        ["--map", "Nowhere=full_name"],
        ["--map", "Name=shoe_size"],
        ["--map", "Name"],
        ["--map", "="],
        ["--map", "Company=full_name=x"],
        ["--sheet", "Sheet 7"],
    ],
    ids=" ".join,
)
def test_columns_and_sheets_that_are_not_there(complains, event, guests, args):
    complains("import", event, guests, *args)
    complains("read", guests, *args)


def test_the_next_import_works_as_if_nothing_had_been(
    checkin, complains, empty, guests, tmp_path
):
    (tmp_path / "bad.csv").write_bytes(PNG)
    complains("import", empty, tmp_path / "bad.csv")
    assert checkin("import", empty, guests, "--json").json["new"] == 5
