"""The fixtures that every test relies on do what they promise."""

import os

import platformdirs
import pytest
from hypothesis import settings


@pytest.mark.skipif(os.name == "nt", reason="Windows asks the system, not HOME")
@pytest.mark.parametrize(
    "folder", ["user_config_dir", "user_data_dir", "user_cache_dir", "user_state_dir"]
)
def test_settings_of_the_developer_are_out_of_reach(home, folder):
    assert getattr(platformdirs, folder)("checkin").startswith(str(home))


def test_a_new_home_is_empty(home):
    assert list(home.iterdir()) == []


def test_no_screen_is_needed(qapp):
    assert qapp.platformName() == "offscreen"


def test_a_slow_machine_fails_no_property():
    assert settings.default.deadline is None
