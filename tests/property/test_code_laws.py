"""The laws of the badge code: only we can make one, and a slip never makes another."""

import string
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from checkin.model.code import (
    ALPHABET,
    LENGTH,
    BadgeCodes,
    Origin,
    grouped,
    looks_like_code,
    normalise,
    tag_of,
)
from checkin.model.ids import EventId, SubjectId

seeds = st.integers(0, 10_000)
"""Small, so that the one wrong MAC in 268 million that fits by chance stays out."""


def event_of(seed):
    random = Random(seed)
    return BadgeCodes.of(EventId(SubjectId(random.randbytes(16))), random.randbytes(32))


@given(seeds, seeds)
def test_a_code_that_we_make_is_ours_and_nobody_elses(event_seed, seed):
    event = event_of(event_seed)
    code = event.make(Random(seed).randbytes)
    assert looks_like_code(code)
    assert tag_of(code) == event.tag
    assert event.origin(code) is Origin.OURS
    other = event_of(event_seed + 1)
    same_tag = other.tag == event.tag
    assert other.origin(code) is (Origin.DAMAGED if same_tag else Origin.OTHER_EVENT)


@given(seeds, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_letter_never_makes_another_code_of_ours(seed, place, letter):
    event = event_of(seed)
    code = event.make(Random(seed).randbytes)
    wrong = code[:place] + letter + code[place + 1 :]
    in_tag = place in (11, 12)
    expected = Origin.OTHER_EVENT if in_tag else Origin.DAMAGED
    assert event.origin(wrong) is (Origin.OURS if wrong == code else expected)


@given(seeds, st.integers(0, LENGTH - 2))
def test_two_letters_swapped_never_make_another_code_of_ours(seed, place):
    event = event_of(seed)
    code = event.make(Random(seed).randbytes)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (event.origin(swapped) is Origin.OURS) == (swapped == code)


@given(seeds, st.integers(0, LENGTH), st.sampled_from(string.ascii_letters + "0189"))
def test_a_letter_too_many_or_too_few_is_no_badge_code(seed, place, letter):
    event = event_of(seed)
    code = event.make(Random(seed).randbytes)
    assert event.origin(code[:place] + letter + code[place:]) is Origin.NO_BADGE
    assert event.origin(code[:place] + code[place + 1 :] + "A") is not Origin.OURS


@given(st.data(), seeds)
def test_lower_case_spaces_and_dashes_of_hand_typing_do_not_matter(data, seed):
    event = event_of(seed)
    code = event.make(Random(seed).randbytes)
    gaps = st.sampled_from(["", "", " ", "-", " - ", "\t", "\u00a0", "\n"])
    typed = "".join(
        data.draw(gaps) + (c.lower() if data.draw(st.booleans()) else c) for c in code
    )
    assert normalise(typed) == code
    assert normalise(grouped(code)) == code


@given(st.text())
def test_no_text_that_anybody_scans_is_taken_for_ours_or_breaks_us(text):
    assert event_of(1).origin(normalise(text)) is not Origin.OURS


@given(st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH))
def test_what_only_looks_like_a_code_is_not_ours(text):
    assert event_of(1).origin(text) in (Origin.DAMAGED, Origin.OTHER_EVENT)
