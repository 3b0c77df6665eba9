"""What separates cells, and who is asked where that leaves a doubt."""

import subprocess

from checkin.importing import separators
from checkin.importing.separators import Separator, find_separator

SURE = "Name;Email\nZoë;z@x.org\nAl;a@x.org\n"
DOUBT = "".join(f"Guest {n}; Ltd, GmbH {n};g{n}@x.org\n" for n in range(12))


def test_known_headings_leave_no_doubt_and_nobody_is_asked(monkeypatch):
    monkeypatch.setattr(separators, "_clever", None)
    assert find_separator(SURE) == Separator(";", sure=True)


def test_clevercsv_knows_separators_that_are_rare():
    text = "".join(f"Guest {n}^g{n}@x.org^2026-01-{n:02}\n" for n in range(10, 25))
    assert find_separator(text).text == "^"


def test_where_nobody_knows_headings_a_second_opinion_is_asked(monkeypatch):
    asked = []
    monkeypatch.setattr(separators, "_clever", lambda text: asked.append(text) or ";")
    assert find_separator(DOUBT).text == ";"
    assert asked == [DOUBT]


def test_who_takes_too_long_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(separators, "_ASKED_S", 0.001)
    found = find_separator(DOUBT)
    assert found.text in ";,"
    assert not found.sure


def test_a_sample_of_whole_lines_is_handed_over(monkeypatch):
    handed = []

    def run(_command, *, input, **_others):  # noqa: A002 - as subprocess has it
        handed.append(input)
        return subprocess.CompletedProcess([], 0, stdout=b'";"')

    monkeypatch.setattr(subprocess, "run", run)
    find_separator(DOUBT * 200)
    assert len(handed[0]) <= 20_000
    assert handed[0].endswith(b"\n")


def test_a_space_is_never_taken_for_a_separator_by_itself(monkeypatch):
    monkeypatch.setattr(separators, "_clever", lambda _text: "")
    assert find_separator("Zoë Bell\nAl Ng\nJo Reed\n").text == ""
