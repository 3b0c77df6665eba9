"""A scanner is told from a typist, and nothing that was typed is lost or reordered."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.ui.door.wedge import GAP_MS, LATE_END_MS, LEAST, Sort, Stroke, Wedge

CODE = "BCDFGHJKLNPRSTVXBCDF"
SHIFT, ENTER, TAB, LEFT = 1, 13, 9, 37


@dataclass
class Keyboard:
    """Feeds a wedge and writes down what comes of it, in order."""

    wedge: Wedge = field(default_factory=Wedge)
    at: int = 1000
    scans: list[str] = field(default_factory=list)
    typed: list[Stroke] = field(default_factory=list)

    def feed(self, stroke: Stroke) -> None:
        told = self.wedge.feed(stroke)
        self._note(told)
        if not told.keep:
            self.typed.append(stroke)

    def down(self, text: str, after: int = 5, sort: Sort = Sort.LETTER) -> None:
        self.at += after
        key = ord(text[0].upper()) if sort is Sort.LETTER else ENTER
        self.feed(Stroke(sort, key, text, self.at))

    def up(self, text: str, after: int = 0) -> None:
        self.at += after
        self.feed(Stroke(Sort.UP, ord(text[0].upper()), "", self.at))

    def end(self, after: int = 5, key: int = ENTER) -> None:
        self.at += after
        self.feed(Stroke(Sort.END, key, "\r", self.at))

    def other(self, after: int = 5) -> None:
        self.at += after
        self.feed(Stroke(Sort.OTHER, LEFT, "", self.at))

    def shift(self, sort: Sort = Sort.SHIFT) -> None:
        self.feed(Stroke(sort, SHIFT, "", self.at))

    def types(self, text: str, after: int = 5) -> None:
        for letter in text:
            self.down(letter, after)
            self.up(letter, 1)

    def pause(self) -> None:
        self.at += GAP_MS + 5
        self._note(self.wedge.pause())

    def _note(self, told) -> None:
        if told.scan:
            self.scans.append(told.scan)
        self.typed += told.let_go

    @property
    def text(self) -> str:
        """What text fields got."""
        return "".join(s.text for s in self.typed if s.sort is Sort.LETTER)

    @property
    def enters(self) -> int:
        return sum(1 for s in self.typed if s.sort is Sort.END)


@pytest.fixture
def keyboard():
    return Keyboard()


@pytest.mark.parametrize("key", [ENTER, TAB])
def test_a_burst_that_enter_or_tab_ends_is_a_scan_and_types_nothing(keyboard, key):
    keyboard.types(CODE)
    keyboard.end(key=key)
    assert keyboard.scans == [CODE]
    assert keyboard.typed == []


def test_a_scanner_that_ends_with_nothing_is_heard_after_a_pause(keyboard):
    keyboard.types(CODE)
    assert keyboard.scans == []
    keyboard.pause()
    assert keyboard.scans == [CODE]
    assert keyboard.typed == []


def test_an_enter_that_comes_late_belongs_to_the_scan_before_it(keyboard):
    keyboard.types(CODE)
    keyboard.pause()
    keyboard.end(after=LATE_END_MS - GAP_MS - 10)
    assert keyboard.scans == [CODE]
    assert keyboard.enters == 0


def test_an_enter_long_after_a_scan_is_pressed_by_somebody(keyboard):
    keyboard.types(CODE)
    keyboard.pause()
    keyboard.end(after=LATE_END_MS + 50)
    assert keyboard.enters == 1


def test_what_a_person_types_arrives_key_by_key(keyboard):
    keyboard.types("zoe van der berg", after=90)
    keyboard.pause()
    assert keyboard.text == "zoe van der berg"
    assert keyboard.scans == []


def test_the_fastest_typist_is_no_scanner(keyboard):
    keyboard.types("schmidt-okonkwo", after=60)
    keyboard.end(after=60)
    assert keyboard.scans == []
    assert keyboard.text == "schmidt-okonkwo"
    assert keyboard.enters == 1


def test_two_keys_that_roll_over_each_other_stay_in_their_order(keyboard):
    keyboard.down("a", 100)
    keyboard.down("n", 20)
    keyboard.up("a", 30)
    keyboard.down("n", 30)
    keyboard.pause()
    sorts = [(s.sort, s.key) for s in keyboard.typed]
    assert sorts == [
        (Sort.LETTER, ord("A")),
        (Sort.LETTER, ord("N")),
        (Sort.UP, ord("A")),
        (Sort.LETTER, ord("N")),
    ]


def test_a_short_burst_is_typing_even_with_enter(keyboard):
    keyboard.types("abc"[: LEAST - 1])
    keyboard.end()
    assert keyboard.scans == []
    assert keyboard.text == "abc"
    assert keyboard.enters == 1


def test_capitals_that_a_scanner_makes_with_shift_are_part_of_the_scan(keyboard):
    for letter in CODE:
        keyboard.shift()
        keyboard.down(letter)
        keyboard.up(letter)
        keyboard.shift(Sort.UP)
    keyboard.end()
    assert keyboard.scans == [CODE]
    assert keyboard.text == ""


def test_a_key_that_repeats_is_never_a_scan(keyboard):
    keyboard.down("a", 100)
    for _n in range(12):
        keyboard.down("a", 30, Sort.OTHER)
    assert keyboard.scans == []
    assert [s.text for s in keyboard.typed] == ["a"] * 13


def test_an_arrow_does_not_overtake_the_letters_before_it(keyboard):
    keyboard.down("a")
    keyboard.down("b")
    keyboard.other()
    assert [s.key for s in keyboard.typed] == [ord("A"), ord("B"), LEFT]


def test_keys_whose_time_nobody_saw_are_typing(keyboard):
    for letter in CODE:
        keyboard.feed(Stroke(Sort.LETTER, ord(letter), letter, 0))
    assert keyboard.text == CODE
    assert keyboard.scans == []


def test_a_contact_card_of_many_lines_is_one_scan(keyboard):
    for line in ("BEGIN:VCARD", "N:Reed;Tom", "TEL:1", "END:VCARD"):
        keyboard.types(line)
        keyboard.end()
    assert keyboard.scans == ["BEGIN:VCARD"]
    assert keyboard.typed == []


def test_two_enters_behind_a_scan_are_both_the_scanners(keyboard):
    keyboard.types(CODE)
    keyboard.end()
    keyboard.end(after=2)
    assert keyboard.enters == 0


def test_the_key_that_ended_a_scan_goes_up_unseen_but_works_the_next_time(keyboard):
    keyboard.types(CODE)
    keyboard.end()
    keyboard.up(chr(ENTER))
    assert keyboard.typed == []
    keyboard.end(after=5000)
    keyboard.up(chr(ENTER))
    assert [s.sort for s in keyboard.typed] == [Sort.END, Sort.UP]


def test_two_scans_one_after_the_other_are_two(keyboard):
    for code in (CODE, CODE[::-1]):
        keyboard.at += 800
        keyboard.types(code)
        keyboard.end()
    assert keyboard.scans == [CODE, CODE[::-1]]


def test_a_scan_right_after_a_typed_letter_is_a_scan_and_the_letter_is_typed(keyboard):
    keyboard.down("z")
    keyboard.at += 200
    keyboard.types(CODE)
    keyboard.end()
    assert keyboard.scans == [CODE]
    assert keyboard.text == "z"


_STROKES = st.lists(
    st.tuples(
        st.sampled_from([Sort.LETTER, Sort.LETTER, Sort.UP, Sort.SHIFT, Sort.OTHER]),
        st.sampled_from("abcdef"),
        st.integers(0, 120),
    ),
    max_size=60,
)


@given(_STROKES)
def test_whatever_is_typed_is_delivered_in_its_order_or_scanned_as_a_whole(strokes):
    keyboard, fed = Keyboard(), []
    for sort, letter, after in strokes:
        keyboard.at += after
        text = letter if sort in (Sort.LETTER, Sort.OTHER) else ""
        stroke = Stroke(sort, ord(letter.upper()), text, keyboard.at)
        fed.append(stroke)
        keyboard.feed(stroke)
    keyboard.pause()
    order = {id(stroke): n for n, stroke in enumerate(fed)}
    seen = [order[id(s)] for s in keyboard.typed]
    assert seen == sorted(seen)
    letters = [s for n, s in enumerate(fed) if s.sort is Sort.LETTER and n not in seen]
    assert "".join(s.text for s in letters) == "".join(keyboard.scans)
    assert all(len(scan) >= LEAST for scan in keyboard.scans)
