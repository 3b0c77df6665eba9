"""The invented evening: its script, and event files in which it has happened."""

from checkin.demo.playing import EVENT_FILE, free_folder, make, play_door, play_until
from checkin.demo.story import Evening, MovableClock, Step

__all__ = [
    "EVENT_FILE",
    "Evening",
    "MovableClock",
    "Step",
    "free_folder",
    "make",
    "play_door",
    "play_until",
]
