"""What is shipped: pinned packages, and resources that are found however it runs."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from checkin.resources import resource

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS = ROOT / "requirements.txt"
SHIPPED = ("demo", "event.json")


def pinned() -> dict[str, str]:
    """The lines of each package in the lock file, by its name."""
    entries = re.split(r"\n(?=\S)", REQUIREMENTS.read_text(encoding="utf-8").strip())
    return {re.split(r"[^\w.-]", entry)[0]: entry for entry in entries}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_is_pinned_and_hashed():
    right = re.compile(
        r"[\w.-]+==[\w.]+( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+"
    )
    wrong = [name for name, lines in pinned().items() if not right.fullmatch(lines)]
    assert wrong == []
    assert len(pinned()) > 30


def test_the_pins_name_no_address():
    assert not re.findall(
        r".*(?:http|file:|--index|--find| @ ).*", REQUIREMENTS.read_text()
    )


def test_the_pins_are_what_the_project_asks_for():
    wanted = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
        *PROJECT["build-system"]["requires"],
    ]
    entries = pinned()
    for line in wanted:
        asked = Requirement(line)
        entry = entries.get(normal(asked.name))
        assert entry, f"{asked.name} isn't pinned: python3 packaging/dev.py lock"
        version = re.search(r"==([\w.]+)", entry).group(1)
        assert asked.specifier.contains(version), f"{line}, but {version} is pinned"


def test_wheels_for_other_systems_are_hashed_too():
    # one file each for Linux, macOS and Windows is the least of a compiled package
    for name in ("pyside6-essentials", "rapidfuzz", "zxing-cpp", "uharfbuzz"):
        assert pinned()[name].count("sha256:") >= 3, name


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d"]
    subprocess.run([*build, folder], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_resource_and_nothing_of_the_workshop(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    resources = {
        f"checkin/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert resources
    assert resources <= set(names)
    tops = {name.split("/")[0] for name in names}
    assert len(tops) == 2, f"only the package and its metadata, not {tops}"


def test_resources_are_found_in_an_unpacked_wheel(wheel, tmp_path):
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    script = (
        f"from checkin.resources import resource\nprint(resource(*{SHIPPED}), end='')"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert Path(found) == site.joinpath("checkin", "_resources", *SHIPPED)
    assert Path(found).read_bytes() == resource(*SHIPPED).read_bytes()


def test_resources_are_found_in_the_checkout():
    assert resource(*SHIPPED) == ROOT.joinpath("resources", *SHIPPED)


def test_a_frozen_bundle_brings_its_own_resources(tmp_path, monkeypatch):
    bundled = tmp_path.joinpath("resources", *SHIPPED)
    bundled.parent.mkdir(parents=True)
    bundled.write_text("{}")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource(*SHIPPED) == bundled


def test_a_resource_that_is_not_shipped_is_a_bug_with_a_name():
    with pytest.raises(FileNotFoundError, match="resources/demo/no such thing"):
        resource("demo", "no such thing")
