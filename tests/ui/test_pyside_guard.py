"""PySide6 6.12.0 on Python 3.11 leaks a reference in each call of a void method."""

import subprocess
import sys

import PySide6
from packaging.version import Version

CALLS = 20_000
SCRIPT = f"""
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for number in range({CALLS}):
    label.setText(str(number))
print(label.text())
"""


def test_the_version_is_one_that_is_known_to_be_sound():
    assert Version("6.8") <= Version(PySide6.__version__) < Version("6.12")


def test_a_method_that_returns_nothing_can_be_called_all_evening():
    # in a process of its own: where it goes wrong, the whole process dies
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, str(CALLS - 1)), done.stderr
