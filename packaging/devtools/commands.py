"""The commands of `packaging/dev.py`: what a person types, and what is then run."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from devtools import environment, lockfile, system
from devtools.shell import ROOT, SetupFailed, clean_environment, say

USAGE = """\
python3 packaging/dev.py run [ARGS]    set up if needed, then `checkin ARGS`
python3 packaging/dev.py test [ARGS]   set up if needed, then lint, contracts and all
                                       tests; with ARGS only pytest ARGS
python3 packaging/dev.py bench [NAME]  the benchmarks of tests/bench, a line a figure;
                                       without NAME all but soak and fuzz
python3 packaging/dev.py bench fuzz [MINUTES [SEED]]
                                       broken lists at random; what fails is kept
python3 packaging/dev.py screenshots DIR [NAME]...
                                       every page and state on the demo event as PNG,
                                       in DIR; with NAMEs those that hold one of them
python3 packaging/dev.py lock [ARGS]   pin the packages of pyproject.toml again (needs
                                       uv; `lock --upgrade` takes the newest)"""

_USAGE_ERROR = 2
_SETUP_ERROR = 3
_LONG = frozenset({"soak", "fuzz"})
"""Benchmarks that run only when they are named."""
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit code is that of what was run."""
    name, *rest = arguments or [""]
    command = COMMANDS.get(name)
    if command is None:
        asked = name in {"-h", "--help"}
        print(USAGE, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else _USAGE_ERROR
    try:
        return command(rest)
    except SetupFailed as error:
        say(str(error))
        return _SETUP_ERROR
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def run(arguments: list[str]) -> int:
    """`checkin ARGUMENTS`; with nothing to show and nothing asked for, the demo."""
    made = environment.ensure()
    windowed = system.has_display()
    system.ensure_qt_libraries(needed=windowed and not arguments, tell=made)
    become([environment.tool("checkin"), *run_arguments(arguments, windowed)])


def run_arguments(arguments: list[str], windowed: bool) -> list[str]:
    """What `checkin` is given: without a display there is no window to open."""
    return arguments if arguments or windowed else ["demo"]


def become(command: list[str]) -> NoReturn:
    """Hand the terminal over to the command, its input and exit code included."""
    sys.stdout.flush()
    env = clean_environment()
    if os.name == "nt":  # there exec returns to the shell before the program ends
        sys.exit(subprocess.call(command, env=env))
    os.execve(command[0], command, env)


def test(arguments: list[str]) -> int:
    """Every check, even after one has failed; pytest last, so its line closes."""
    environment.ensure()
    system.ensure_qt_libraries(needed=True)
    system.ensure_test_programs()
    several = arguments or ["-n", str(os.cpu_count() or 1), "--dist", "worksteal"]
    steps = [("pytest", [environment.tool("python"), "-m", "pytest", *several])]
    if not arguments:
        steps = [*_checks(), *steps]
    return run_steps(steps)


def _checks() -> list[tuple[str, list[str]]]:
    return [
        ("ruff check", [environment.tool("ruff"), "check"]),
        ("ruff format", [environment.tool("ruff"), "format", "--check"]),
        ("mypy", [environment.tool("mypy")]),
        ("import contracts", [environment.tool("lint-imports"), "--no-logo"]),
    ]


def run_steps(steps: Sequence[tuple[str, Sequence[str]]]) -> int:
    """Run them all; 0 if none failed, else 1 and a last line that names which did."""
    env = clean_environment(_OFFSCREEN)
    failed = []
    for name, command in steps:
        print(f"== {name}", flush=True)
        if subprocess.call(command, cwd=ROOT, env=env):
            print(f"== {name} FAILED", flush=True)
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}.", flush=True)
    return int(bool(failed))


def bench(arguments: list[str]) -> int:
    """The benchmarks that are named, each in its process; else the short ones."""
    known = sorted(
        path.stem.removeprefix("bench_")
        for path in (ROOT / "tests" / "bench").glob("bench_*.py")
    )
    numbers = [one for one in arguments if one.isdecimal() and "fuzz" in arguments]
    named = [one for one in arguments if one not in numbers]
    if strange := sorted(set(named) - set(known)):
        say(f"No benchmark is called {', '.join(strange)}. There are: {known}.")
        return _USAGE_ERROR
    made = environment.ensure()
    system.ensure_qt_libraries(needed=False, tell=made)
    runner = [environment.tool("python"), str(ROOT / "tests" / "bench" / "_run.py")]
    env = clean_environment(_OFFSCREEN)
    names = named or [name for name in known if name not in _LONG]
    calls = [[*runner, name, *(numbers if name == "fuzz" else ())] for name in names]
    return max((subprocess.call(call, env=env) for call in calls), default=0)


def screenshots(arguments: list[str]) -> int:
    """Pictures of the window, made without a screen."""
    if not arguments or arguments[0].startswith("-"):
        say("Name a folder: python3 packaging/dev.py screenshots DIR")
        return _USAGE_ERROR
    environment.ensure()
    system.ensure_qt_libraries(needed=True)
    script = str(ROOT / "packaging" / "screenshots.py")
    env = clean_environment(_OFFSCREEN)
    return subprocess.call([environment.tool("python"), script, *arguments], env=env)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "screenshots": screenshots,
    "lock": lockfile.lock,
}
