"""Columns that were put right once are known from then on."""

import pytest

LIST = "Called,Their mail,Food\nZoë Bell,office@x.org,vegan\nHans Weber,desk@x.org,\n"
NEWER = LIST.replace("vegan", "halal") + "Jo Ng,post@x.org,\n"


@pytest.fixture
def odd(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text(LIST, "utf-8")
    return path


@pytest.fixture
def taught(checkin, empty, odd):
    """An event into which the list was imported, its name column put right."""
    assert checkin("import", empty, odd, "--map", "Called=full_name").code == 0
    return empty


def names(done):
    return [row["name"] for row in done.json["rows"]]


def test_a_list_with_the_same_headings_is_read_as_it_was_put_right(
    checkin, taught, tmp_path
):
    other = tmp_path / "other.csv"
    other.write_text("Food,Called,Their mail\n,Ada Ito,info@x.org\n", "utf-8")
    assert checkin("read", other, "--json").json[0]["full_name"] == "Ada Ito"
    fresh = tmp_path / "fresh.checkin"
    assert checkin("new", fresh, "--name", "Another evening").code == 0
    done = checkin("import", fresh, other, "--dry-run")
    assert "As you put it right before: Called  →  full_name" in done.out


def test_a_newer_version_needs_no_map_even_on_another_computer(
    checkin, taught, odd, tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    odd.write_text(NEWER, "utf-8")
    done = checkin("import", taught, odd, "--json")
    assert names(done) == ["Zoë Bell", "Hans Weber", "Jo Ng"]
    assert done.json["withdrawn"] == 0


def test_what_is_said_now_outweighs_what_was_said_before(checkin, taught, odd):
    done = checkin("import", taught, odd, "--map", "Food=full_name", "--json")
    assert "vegan" in names(done)
    again = checkin("read", odd, "--json").json
    assert again[0]["full_name"] == "vegan"


def test_a_dry_run_remembers_nothing(checkin, empty, odd):
    words = checkin("read", odd, "--json").out
    checkin("import", empty, odd, "--map", "Called=company", "--dry-run")
    assert checkin("read", odd, "--json").out == words


def test_other_headings_are_understood_afresh(checkin, taught, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("Called,Name\nthe boss,Ada Ito\n", "utf-8")
    assert checkin("read", other, "--json").json[0]["full_name"] == "Ada Ito"
