"""Where letters stand on a line, and which way they run."""

from pathlib import Path

import pytest

from checkin.typeset.bidi import from_left

CASES = Path(__file__).parents[2] / "data" / "bidi" / "BidiCharacterTest.txt"


def cases():
    lines = CASES.read_text("utf-8").splitlines()
    return [line.split(";") for line in lines if not line.startswith("#")]


def shown(text: str) -> str:
    """The text as one reads it on paper, from left to right."""
    mirrored = str.maketrans("()", ")(")
    return "".join(
        text[at].translate(mirrored) if turned else text[at]
        for at, turned in from_left(text)
    )


def test_letters_stand_where_the_unicode_consortium_says():
    for points, base, _level, levels, order in cases():
        text = "".join(chr(int(point, 16)) for point in points.split())
        stood = from_left(text, {"0": "L", "1": "R", "2": None}[base])
        assert [at for at, _ in stood] == [int(at) for at in order.split()], points
        told = [int(level) for level in levels.split()]
        assert [turned for _, turned in stood] == [
            bool(told[at] % 2) for at, _ in stood
        ], points


def test_latin_text_runs_from_left_to_right():
    assert from_left("Anna 12") == [(at, False) for at in range(7)]


def test_arabic_text_runs_from_right_to_left():
    assert from_left("محمد علي") == [(at, True) for at in range(7, -1, -1)]


@pytest.mark.parametrize(
    ("text", "display"),
    [
        ("ע 24", "24 ע"),
        ("דוד (Ltd)", "(Ltd) דוד"),
        ("א Acme (Ltd) ב", "ב Acme (Ltd) א"),
        ("Acme (אב) Ltd", "Acme (בא) Ltd"),
        ("A על B", "A לע B"),
        ("ab אב-גד cd", "ab דג-בא cd"),
        ("א 24-12, 3.5", "3.5 ,24-12 א"),
        ("ا 24-12", "12-24 ا"),
        ("ا 24,12", "24,12 ا"),
        ("א O'Neill-Smith 3/4", "O'Neill-Smith 3/4 א"),
        ("2026 אב", "בא 2026"),
    ],
)
def test_names_of_two_scripts_are_shown_as_they_are_read(text, display):
    assert shown(text) == display.replace("דוד", "דוד"[::-1])


def test_brackets_within_hebrew_are_turned_and_those_within_latin_are_not():
    turned = dict(from_left("א Acme (Ltd) (ב)"))
    assert [turned[at] for at in (7, 11, 13, 15)] == [False, False, True, True]


def test_joiners_stay_with_the_letter_before_them():
    text = "علی\u200cرضا"
    assert from_left(text) == [(at, True) for at in range(6, -1, -1)]


def test_many_separators_of_all_kinds_are_all_found_again():
    text = "א" + "+-−,./: 12" * 20
    assert sorted(at for at, _ in from_left(text)) == list(range(len(text)))


def test_private_letters_are_not_taken_for_marks():
    text = "א\U000f0000\U0010fffdב"
    assert sorted(at for at, _ in from_left(text)) == [0, 1, 2, 3]
