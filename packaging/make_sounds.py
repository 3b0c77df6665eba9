"""Makes resources/sounds: what the door plays for each family of verdicts.

    python packaging/make_sounds.py

One soft rising tone, two equal ones, two falling ones: they differ in rhythm and
direction, so that nobody needs to know their pitch. The standard library is enough; the
files are the same each time.
"""

import math
import struct
import wave
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "sounds"

RATE = 44_100
PEAK = 10 ** (-12 / 20)
"""The loudest sample: -12 dBFS, which leaves the volume to the user."""
ATTACK, RELEASE = 0.015, 0.08
"""How long a tone takes to swell and to fade, in s: no clicks."""
OVERTONE = 0.15
"""The octave's share: a little warmth that small loudspeakers can play."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone, and the silence after it."""

    start: float
    """Hz; glides evenly on the scale to `end`."""
    end: float
    seconds: float
    pause: float = 0.0


SOUNDS = {
    "ok": (Tone(587.33, 880.0, 0.24),),  # D5 up to A5
    "again": (Tone(659.26, 659.26, 0.13, pause=0.05), Tone(659.26, 659.26, 0.13)),
    "stop": (Tone(440.0, 440.0, 0.14, pause=0.03), Tone(311.13, 311.13, 0.2)),
}
"""All shorter than 0.4 s: the next guest is there already."""


def samples(tone: Tone) -> list[float]:
    """The tone and its pause, between -1 and 1."""
    count = round(tone.seconds * RATE)
    phase, made = 0.0, []
    for index in range(count):
        wanted = math.sin(phase) + OVERTONE * math.sin(2 * phase)
        made.append(wanted * _loudness(index / RATE, tone.seconds))
        pitch = tone.start * (tone.end / tone.start) ** (index / count)
        phase += 2 * math.pi * pitch / RATE
    return made + [0.0] * round(tone.pause * RATE)


def _loudness(at: float, length: float) -> float:
    """Swells and fades along half a cosine."""
    nearest = min(1.0, at / ATTACK, (length - at) / RELEASE)
    return 0.5 - 0.5 * math.cos(math.pi * max(0.0, nearest))


def wav(tones: tuple[Tone, ...]) -> bytes:
    """The tones as a WAV file: mono, 16 bit."""
    made = [sample for tone in tones for sample in samples(tone)]
    scale = PEAK * 32_767 / max(abs(sample) for sample in made)
    frames = struct.pack(f"<{len(made)}h", *(round(sample * scale) for sample in made))
    file = BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(frames)
    return file.getvalue()


def main() -> None:
    """Every sound."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        (OUT / f"{name}.wav").write_bytes(wav(tones))


if __name__ == "__main__":
    main()
