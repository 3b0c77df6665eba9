"""`checkin read` and `import`: how the file was read is told, and can be said."""

import pytest

GUESTS = "Name;Wo\nŻaneta;Łódź\nAl;Bonn\n"


@pytest.fixture
def polish(tmp_path):
    path = tmp_path / "goście.csv"
    path.write_bytes(GUESTS.encode("cp1250"))
    return path


def test_read_says_first_how_the_file_was_read(checkin, guests):
    first = checkin("read", guests).out.splitlines()[0]
    assert first == "Read as: UTF-8, commas, headings in row 1"


def test_read_takes_what_is_said_and_tells_that_it_was(checkin, polish):
    said = ("--encoding", "Windows-1250", "--separator", "semicolon", "--header-row", 1)
    words = checkin("read", polish, *said).out.splitlines()[0]
    assert words == (
        "Read as: Windows-1250 (as you say), semicolons (as you say), "
        "headings in row 1 (as you say)"
    )
    people = checkin("read", polish, *said, "--json").json
    assert [one["full_name"] for one in people] == ["Żaneta", "Al"]
    assert people[0]["extra"] == {"Wo": "Łódź"}


def test_import_takes_what_is_said_too(checkin, empty, polish):
    done = checkin("import", empty, polish, "--encoding", "cp1250", "--json")
    assert done.json["new"] == 2
    names = [one["full_name"] for one in checkin("attendees", empty, "--json").json]
    assert sorted(names) == ["Al", "Żaneta"]


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--encoding", "utf-88", "UTF-8"),
        ("--separator", "letters", "semicolon"),
        ("--header-row", "9", "from 1 to 3"),
        ("--header-row", "-2", "0 if there is none"),
        ("--sheet", "Friday", "no sheets"),
    ],
)
def test_what_can_not_be_is_told_with_what_can(checkin, polish, option, value, words):
    done = checkin("read", polish, option, value)
    assert done.code == 3
    assert words in done.err
    assert option in done.err
