"""The set-up: whole or not at all, once, and in words when it can't be done."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from devtools import commands, environment, filelock, shell, system

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "packaging" / "dev.py"


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout of its own for set-up: the real pyproject.toml and pins, no .venv."""
    for name in ("pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path / "requirements.txt")
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "_BIN", tmp_path / ".venv" / "bin")
    monkeypatch.setattr(environment, "_STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(environment, "SETUP_LOCK", tmp_path / ".venv.lock")
    return tmp_path


@pytest.fixture
def made(checkout, monkeypatch):
    """Set-up where making is only noted; what was made, in order."""
    calls = []

    def make() -> None:
        python = Path(environment.tool("python"))
        python.parent.mkdir(parents=True)
        python.touch()
        calls.append(python)

    monkeypatch.setattr(environment, "_working_uv", lambda: None)
    monkeypatch.setattr(environment, "_make_with_pip", make)
    return calls


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_second_start_makes_nothing(made):
    assert environment.ensure()
    assert not environment.ensure()
    assert len(made) == 1


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("pyproject.toml", '"rich>=13.9"', '"rich>=14"'),
        ("pyproject.toml", "checkin.__main__:main", "checkin.other:main"),
        ("requirements.txt", "rich==", "rich===="),
    ],
)
def test_other_packages_make_it_anew(checkout, made, name, old, new):
    environment.ensure()
    edit(checkout / name, old, new)
    environment.ensure()
    assert len(made) == 2


def test_a_setting_of_the_linter_makes_nothing_anew(checkout, made):
    environment.ensure()
    edit(checkout / "pyproject.toml", "line-length = 88", "line-length = 90")
    environment.ensure()
    assert len(made) == 1


def test_an_interrupted_set_up_begins_afresh(checkout, made, monkeypatch):
    whole = environment._make_with_pip

    def interrupted() -> None:
        (checkout / ".venv" / "half").mkdir(parents=True)
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "_make_with_pip", interrupted)
    with pytest.raises(KeyboardInterrupt):
        environment.ensure()
    monkeypatch.setattr(environment, "_make_with_pip", whole)
    environment.ensure()
    assert len(made) == 1
    assert not (checkout / ".venv" / "half").exists()


def test_a_python_that_went_away_makes_it_anew(made):
    environment.ensure()
    made[0].unlink()
    environment.ensure()
    assert len(made) == 2


WAITS = f"""
import sys
sys.path.insert(0, {str(DEV.parent)!r})
from pathlib import Path
from devtools.filelock import locked
with locked(Path(sys.argv[1]), "waiting"):
    print(Path(sys.argv[2]).read_text())
"""


def test_a_second_set_up_waits_for_the_first(tmp_path):
    lock, stamp = tmp_path / "lock", tmp_path / "stamp"
    with filelock.locked(lock, "nobody has it yet"):
        second = subprocess.Popen(
            [*python(WAITS), lock, stamp],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert second.stderr.readline() == "waiting\n"
        stamp.write_text("made by the first")
    out, err = second.communicate(timeout=30)
    assert (out, err, second.returncode) == ("made by the first\n", "", 0)


STARTS_A_STEP = f"""
import sys
sys.path.insert(0, {str(DEV.parent)!r})
from pathlib import Path
from devtools import filelock, shell
lock, started, go_on = sys.argv[1:]
step = [sys.executable, "-c", "import sys; open(sys.argv[1], 'w'); open(sys.argv[2])"]
with filelock.locked(Path(lock), "waiting"):
    shell.quietly([*step, started, go_on], "Installing", shell.clean_environment())
"""


@pytest.mark.skipif(os.name == "nt", reason="needs named pipes in the file system")
def test_an_installer_whose_starter_was_killed_keeps_the_lock(tmp_path):
    lock, started, go_on = (str(tmp_path / name) for name in ("lock", "up", "on"))
    os.mkfifo(started)
    os.mkfifo(go_on)
    first = subprocess.Popen([*python(STARTS_A_STEP), lock, started, go_on])
    Path(started).read_bytes()  # the step runs
    first.kill()
    first.wait()
    fd = os.open(lock, os.O_RDWR)
    assert not filelock._take(fd, wait=False)
    Path(go_on).write_bytes(b"")  # lets the step end
    assert filelock._take(fd, wait=True)
    os.close(fd)


def test_without_ensurepip_the_line_to_type_is_told(monkeypatch):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(system, "can_install", lambda: False)
    with pytest.raises(shell.SetupFailed, match=r"apt-get install .*python3\.\d+-venv"):
        environment._ensure_ensurepip()


def test_without_ensurepip_root_on_debian_gets_it(monkeypatch):
    got = []
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(system, "can_install", lambda: True)
    monkeypatch.setattr(system, "install", got.extend)
    environment._ensure_ensurepip()
    assert got == ["python{}.{}-venv".format(*sys.version_info[:2])]


linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere the wheels bring all"
)


@linux
def test_a_library_that_is_not_there_is_missing():
    assert system.missing(["libz.so.1", "libnosuch.so.9"]) == ["libnosuch.so.9"]


@linux
@pytest.mark.parametrize("display", ["", ":0"])
def test_a_window_needs_more_libraries_than_the_terminal(monkeypatch, capsys, display):
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(system, "can_install", lambda: False)
    monkeypatch.setattr(system, "missing", lambda wanted: ["libxcb-cursor.so.0"])
    if not display:
        system.ensure_qt_libraries(needed=True)
        assert capsys.readouterr().err == ""
        return
    with pytest.raises(shell.SetupFailed, match=r"libxcb-cursor\.so\.0"):
        system.ensure_qt_libraries(needed=True)


@linux
def test_the_terminal_goes_on_without_qt_and_is_told_once(monkeypatch, capsys):
    monkeypatch.setattr(system, "can_install", lambda: False)
    monkeypatch.setattr(system, "missing", lambda wanted: ["libEGL.so.1"])
    system.ensure_qt_libraries(needed=False, tell=True)
    assert "The terminal works without them." in capsys.readouterr().err
    system.ensure_qt_libraries(needed=False, tell=False)
    assert capsys.readouterr().err == ""


@linux
def test_root_on_debian_gets_the_packages_that_lack(tmp_path, monkeypatch):
    installed = []
    monkeypatch.setattr(system, "SETUP_LOCK", tmp_path / "lock")
    monkeypatch.setattr(system, "can_install", lambda: True)
    monkeypatch.setattr(system, "install", installed.extend)
    answers = iter([["libGL.so.1", "libxcb.so.1"]] * 2 + [[]])
    monkeypatch.setattr(system, "missing", lambda wanted: next(answers))
    system.ensure_qt_libraries(needed=True)
    assert sorted(installed) == ["libgl1", "libxcb1"]


@linux
def test_of_two_starts_only_the_first_installs(tmp_path, monkeypatch):
    monkeypatch.setattr(system, "SETUP_LOCK", tmp_path / "lock")
    monkeypatch.setattr(system, "can_install", lambda: True)
    monkeypatch.setattr(system, "install", pytest.fail)
    answers = iter([["libGL.so.1"], [], []])
    monkeypatch.setattr(system, "missing", lambda wanted: next(answers))
    system.ensure_qt_libraries(needed=True)
    assert list(answers) == []


@pytest.mark.parametrize(
    ("arguments", "windowed", "expected"),
    [([], True, []), ([], False, ["demo"]), (["stats", "e"], False, ["stats", "e"])],
)
def test_without_a_display_the_demo_is_run(arguments, windowed, expected):
    assert commands.run_arguments(arguments, windowed) == expected


HANDS_OVER = f"""
import sys
sys.path.insert(0, {str(DEV.parent)!r})
from devtools.commands import become
become([sys.executable, "-c", "import sys; sys.exit(len(sys.stdin.read()))"])
"""


def test_what_is_run_gets_the_input_and_gives_the_exit_code():
    done = subprocess.run(python(HANDS_OVER), input="12345", text=True, check=False)
    assert done.returncode == 5


@pytest.mark.parametrize(
    ("asked", "ran"),
    [
        ([], ["big", "small"]),
        (["soak"], ["soak"]),
        (["small", "big"], ["small", "big"]),
        (["fuzz", "10"], ["fuzz", "10"]),
    ],
)
def test_benchmarks_run_by_name_and_long_ones_only_if_asked(
    tmp_path, monkeypatch, capfd, asked, ran
):
    folder = tmp_path / "tests" / "bench"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "bench" / "_run.py", folder)
    for name in ("small", "soak", "big", "fuzz"):
        main = f"def main(*said):\n    print({name!r}, *said)\n"
        (folder / f"bench_{name}.py").write_text(main)
    monkeypatch.setattr(commands, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "ensure", lambda: None)
    monkeypatch.setattr(environment, "tool", lambda name: sys.executable)
    monkeypatch.setattr(system, "ensure_qt_libraries", lambda **how: None)
    assert commands.main(["bench", *asked]) == 0
    assert capfd.readouterr().out.split() == ran


def test_all_steps_run_and_the_failed_ones_are_named_last(capfd):
    steps = [
        ("first", python("raise SystemExit(1)")),
        ("second", python("print('second ran')")),
        ("third", python("raise SystemExit(4)")),
    ]
    assert commands.run_steps(steps) == 1
    lines = capfd.readouterr().out.splitlines()
    assert "second ran" in lines
    assert lines[-1] == "Failed: first, third."


def test_when_all_is_well_the_last_step_has_the_last_word(capfd):
    assert commands.run_steps([("pytest", python("print('7 passed')"))]) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "7 passed"


def test_steps_see_no_other_pythons_modules(monkeypatch, capfd):
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    show = (
        "import os; print(os.environ.get('PYTHONPATH'), os.environ['QT_QPA_PLATFORM'])"
    )
    commands.run_steps([("show", python(show))])
    assert capfd.readouterr().out.splitlines()[-1] == "None offscreen"


def test_a_failed_step_of_the_set_up_tells_its_end_but_no_address():
    noisy = "print('got', 'https://mirror.example/simple'); print('no room'); exit(1)"
    with pytest.raises(shell.SetupFailed) as failed:
        shell.quietly(python(noisy), "Installing", shell.clean_environment())
    assert str(failed.value) == (
        "got (address)\nno room\nInstalling failed; the lines above say why."
    )


def test_a_program_that_is_not_there_fails_in_words():
    with pytest.raises(shell.SetupFailed, match=r"^Making failed: "):
        shell.quietly(["no-such-program"], "Making", shell.clean_environment())


@pytest.mark.parametrize(("asked", "code"), [(["--help"], 0), (["dance"], 2), ([], 2)])
def test_every_command_is_in_the_usage(asked, code, capsys):
    assert commands.main(asked) == code
    shown = "".join(capsys.readouterr())
    told = dict.fromkeys(re.findall(r"dev\.py (\w+)", shown))
    assert list(told) == list(commands.COMMANDS)


def test_a_benchmark_that_is_not_there_is_named(capsys):
    assert commands.main(["bench", "nosuch"]) == 2
    assert "No benchmark is called nosuch." in capsys.readouterr().err


def test_an_old_python_is_told_in_one_line():
    old = (
        "import runpy, sys\n"
        "sys.version_info = (3, 9, 2)\n"
        f"runpy.run_path({str(DEV)!r}, run_name='__main__')"
    )
    done = subprocess.run(python(old), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "Checkin needs Python 3.11 or newer; this is Python 3.9.\n"


def test_an_old_python_can_read_the_file_that_tells_it():
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 5))
