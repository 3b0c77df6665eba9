"""Broken lists of every kind are read or refused in words; nothing else happens.

A short, seeded run; `python3 packaging/dev.py bench fuzz MINUTES` is the long one.
"""

import pytest
from fuzzing import broken, outcome_of, whole_files

PARTS = 4
EACH = 60


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return whole_files(tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize("part", range(PARTS))
def test_a_broken_list_is_read_or_refused_in_words(files, tmp_path, part):
    path = tmp_path / "list"
    for seed in range(part * EACH, (part + 1) * EACH):
        path.write_bytes(broken(files, seed))
        assert not (found := outcome_of(path).bug), f"seed {seed}: {found}"


def test_a_seed_makes_the_same_file_again(files):
    assert broken(files, 7) == broken(files, 7)
    assert broken(files, 7) != broken(files, 8)
