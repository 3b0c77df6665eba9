"""How far printers are off, in a settings file on disk."""

import json

import pytest

from checkin.settings import Settings
from checkin.settings.calibrations import MOST

ONE = (1.0, -0.5, 99.7, 100.0)


def test_what_was_kept_is_known_to_the_next_process(tmp_path):
    Settings(tmp_path).keep_calibration("Office", ONE)
    assert Settings(tmp_path).calibration("Office") == ONE
    assert Settings(tmp_path).calibration("office") is None


def test_nothing_kept_is_forgotten(tmp_path):
    settings = Settings(tmp_path)
    settings.keep_calibration("Office", ONE)
    settings.keep_calibration("Office", None)
    assert settings.calibration("Office") is None
    kept = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert kept["calibrations"] == []


def test_only_so_many_printers_are_remembered(tmp_path):
    settings = Settings(tmp_path)
    for number in range(MOST + 1):
        settings.keep_calibration(str(number), ONE)
    assert settings.calibration("0") is None
    assert settings.calibration("1") == ONE


@pytest.mark.parametrize(
    "broken",
    [
        5,
        [5],
        [{"printer": 5, "numbers": [1, 2, 3, 4]}],
        [{"printer": "Office", "numbers": [1, 2, 3]}],
        [{"printer": "Office", "numbers": [1, 2, 3, "x"]}],
        [{"printer": "Office", "numbers": [1, 2, 3, float("nan")]}],
        [{"printer": "Office", "numbers": None}],
    ],
)
def test_what_we_did_not_write_is_left_out(tmp_path, broken):
    (tmp_path / "settings.json").write_text(json.dumps({"calibrations": broken}))
    assert Settings(tmp_path).calibration("Office") is None
