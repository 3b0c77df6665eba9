"""The sounds of the door: what the script makes, short, soft, and told apart by ear."""

import math
import struct
import wave
from itertools import pairwise

import make_sounds
import pytest

from checkin.model.verdict import Family
from checkin.resources import resource

FOLDER = resource("sounds")
NAMES = sorted(make_sounds.SOUNDS)


def heard(name: str) -> list[int]:
    """The samples of the shipped file."""
    with wave.open(str(FOLDER / f"{name}.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getframerate() == 44_100
        frames = file.readframes(file.getnframes())
    return list(struct.unpack(f"<{len(frames) // 2}h", frames))


def tones(name: str) -> list[list[int]]:
    """The samples of each tone, parted where it is silent for 10 ms."""
    found, silence = [[]], 0
    for sample in heard(name):
        silence = silence + 1 if sample == 0 else 0
        if silence > 441 and found[-1]:
            found.append([])
        if silence <= 441:
            found[-1].append(sample)
    return [tone for tone in found if any(tone)]


def pitch(tone: list[int]) -> float:
    """Hz, from how often the sound goes up through zero."""
    ups = [n for n, (a, b) in enumerate(pairwise(tone)) if a < 0 <= b]
    return (len(ups) - 1) / (ups[-1] - ups[0]) * 44_100


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_what_the_script_makes(name):
    made = make_sounds.wav(make_sounds.SOUNDS[name])
    assert (FOLDER / f"{name}.wav").read_bytes() == made


def test_there_is_a_sound_for_each_family_but_a_question():
    files = {path.stem for path in FOLDER.iterdir()}
    assert files == {family.value for family in Family} - {"ask"}


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_over_before_the_next_scan(name):
    assert 0.2 < len(heard(name)) / 44_100 < 0.4


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_soft_and_does_not_click(name):
    sound = heard(name)
    assert math.isclose(max(map(abs, sound)), 10 ** (-12 / 20) * 32_767, rel_tol=0.001)
    edges = sound[:88] + sound[-88:]  # 2 ms at either end
    assert max(map(abs, edges)) < 500
    steps = [abs(b - a) for a, b in pairwise(sound)]
    assert max(steps) < 2_000  # the steepest of a smooth wave of this pitch


def test_a_welcome_rises_once():
    (tone,) = tones("ok")
    half = len(tone) // 2
    assert pitch(tone[:half]) < pitch(tone[half:])


def test_already_in_is_two_equal_tones():
    first, second = tones("again")
    assert math.isclose(pitch(first), pitch(second), rel_tol=0.01)


def test_a_refusal_falls():
    first, second = tones("stop")
    assert pitch(second) < 0.8 * pitch(first)
