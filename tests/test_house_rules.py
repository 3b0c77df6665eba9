"""House rules that no linter knows: what to look for, and why it is not done here."""

import ast
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 400
"""Lines; a longer file holds two ideas."""

CLOCK = {"checkin/settings/clock.py"}
"""Where the system's clock may be read: the one that is passed in is made there."""
MAIN_LOOP = {"checkin/ui/app.py"}
COLOURS = {"checkin/ui/tokens.py"}
STYLE = {"checkin/ui/style.py"}

Finder = Callable[[ast.Module], Iterator[ast.AST]]


def imported_names(tree: ast.Module) -> dict[str, str]:
    """What each imported name stands for: {"dt": "datetime.datetime"}."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                whole = alias.name if alias.asname else alias.name.split(".")[0]
                names[alias.asname or whole] = whole
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def full_name(node: ast.expr, names: dict[str, str]) -> str:
    """The dotted name that is called, with imports looked through; "" if none."""
    if isinstance(node, ast.Attribute):
        before = full_name(node.value, names)
        return f"{before}.{node.attr}" if before else ""
    return names.get(node.id, node.id) if isinstance(node, ast.Name) else ""


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    """All calls in the module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def calls_of(*functions: str) -> Finder:
    """Finds calls of functions by their full names, however they were imported."""

    def find(tree: ast.Module) -> Iterator[ast.AST]:
        names = imported_names(tree)
        return (at for at in calls(tree) if full_name(at.func, names) in functions)

    return find


def methods_called(*methods: str) -> Finder:
    """Finds calls of methods by name, on whatever object."""

    def find(tree: ast.Module) -> Iterator[ast.AST]:
        for at in calls(tree):
            if isinstance(at.func, ast.Attribute) and at.func.attr in methods:
                yield at

    return find


def modal_dialogs(tree: ast.Module) -> Iterator[ast.AST]:
    """`.exec()` of a dialog or menu, and the boxes that Qt opens in one call."""
    yield from methods_called("exec", "exec_")(tree)
    names = imported_names(tree)
    modal = re.compile(
        r"QMessageBox\.(about|critical|information|question|warning)$"
        r"|QInputDialog\.get\w+$"
    )
    yield from (at for at in calls(tree) if modal.search(full_name(at.func, names)))


EVERYTHING = {"Exception", "BaseException"}


def swallowed_errors(tree: ast.Module) -> Iterator[ast.AST]:
    """Handlers that catch everything by not saying what, or catch and do nothing."""
    names = imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = full_name(node.type, names) if node.type else ""
            idle = all(isinstance(line, ast.Pass | ast.Continue) for line in node.body)
            if node.type is None or (caught in EVERYTHING and idle):
                yield node
    for at in calls_of("contextlib.suppress")(tree):
        if EVERYTHING & {full_name(argument, names) for argument in at.args}:
            yield at


HEX_COLOUR = re.compile(
    r"^#[0-9a-f]{3,4}$|:\s*#[0-9a-f]{3,4}\b|(?<![&\w])#([0-9a-f]{6}|[0-9a-f]{8})\b",
    re.IGNORECASE,
)


def hex_colours(tree: ast.Module) -> Iterator[ast.AST]:
    """Strings with a colour in them; docstrings may talk about colours."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in prose and HEX_COLOUR.search(text):
            yield node


def no_first_words(tree: ast.Module) -> Iterator[ast.AST]:
    """A module that doesn't say what it is for."""
    if not ast.get_docstring(tree):
        yield tree


@dataclass(frozen=True)
class Rule:
    """What is looked for in checkin/, why, and a snippet on either side of it."""

    name: str
    find: Finder
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    allowed: frozenset[str] | set[str] = frozenset()


RULES = (
    Rule(
        "no time.sleep",
        calls_of("time.sleep"),
        "a sleep is a stall or a race; wait for the signal, event or answer itself",
        bad=("import time\ntime.sleep(1)", "from time import sleep as nap\nnap(1)"),
        good=("import time\ntime.monotonic()", "device.sleep(1)"),
    ),
    Rule(
        "no print",
        calls_of("print"),
        "the core tells by values and callbacks; only the terminal writes, with click",
        bad=("print('hello')",),
        good=("printer.print('badge')", "# print(1)", "'print(1)'"),
    ),
    Rule(
        "time comes from a Clock",
        calls_of(
            "datetime.datetime.now",
            "datetime.datetime.today",
            "datetime.datetime.utcnow",
            "datetime.date.today",
            "time.time",
            "time.time_ns",
            "time.localtime",
            "time.gmtime",
        ),
        "what asks the system for the time can't be tested at 23:59, and desks differ",
        bad=(
            "from datetime import UTC, datetime\ndatetime.now(UTC)",
            "import datetime as dt\ndt.date.today()",
            "from time import time\ntime()",
        ),
        good=("clock.now()", "import time\ntime.perf_counter()", "self.time()"),
        allowed=CLOCK,
    ),
    Rule(
        "errors are named, not swallowed",
        swallowed_errors,
        "a bug that is caught and dropped is found by a guest at the door",
        bad=(
            "try:\n    f()\nexcept:\n    raise",
            "try:\n    f()\nexcept Exception:\n    pass",
            "import contextlib\nwith contextlib.suppress(Exception):\n    f()",
        ),
        good=(
            "try:\n    f()\nexcept OSError:\n    pass",
            "try:\n    f()\nexcept Exception as error:\n    tell(error)",
            "import contextlib\nwith contextlib.suppress(OSError):\n    f()",
        ),
    ),
    Rule(
        "no modal dialogs",
        modal_dialogs,
        "a modal dialog stops the queue: a scan goes into it and is lost",
        bad=("dialog.exec()", "QMessageBox.question(self, 'Sure?')", "menu.exec_(at)"),
        good=("dialog.open()", "exec('1')", "messages.ask('Sure?')"),
        allowed=MAIN_LOOP,
    ),
    Rule(
        "colours have names",
        hex_colours,
        "a colour that is written down twice is wrong in the dark theme",
        bad=("paint('#ff8800')", "css = 'a { color: #fff; }'", "pen = '#abc'"),
        good=('"""Orange, #ff8800."""', "say('guest #12345')", "say('&#123456;')"),
        allowed=COLOURS,
    ),
    Rule(
        "one stylesheet",
        methods_called("setStyleSheet"),
        "widgets ask for a look by a property (role, verdict); else themes break them",
        bad=("label.setStyleSheet('font: bold')",),
        good=("label.setProperty('role', 'title')",),
        allowed=STYLE,
    ),
    Rule(
        "a module says what it is for",
        no_first_words,
        "the first line is what the next person reads to find the right file",
        bad=("import os", "# what it is for\nimport os", ""),
        good=('"""What it is for."""\nimport os',),
    ),
)


def sources(*folders: str) -> list[Path]:
    """The Python files below the folders."""
    return sorted(path for name in folders for path in (ROOT / name).rglob("*.py"))


def breaches(rule: Rule, files: list[Path]) -> list[str]:
    """Where the rule is broken, as "path:line"."""
    found = []
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        if name not in rule.allowed:
            tree = ast.parse(path.read_text(encoding="utf-8"), name)
            found += [f"{name}:{getattr(at, 'lineno', 1)}" for at in rule.find(tree)]
    return found


def named(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_house_keeps_the_rule(rule):
    found = breaches(rule, sources("checkin"))
    assert not found, f"{rule.name}: {rule.why}. See {', '.join(found)}"


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_rule_finds_what_it_is_for_and_nothing_else(rule):
    assert all(list(rule.find(ast.parse(snippet))) for snippet in rule.bad)
    assert not any(list(rule.find(ast.parse(snippet))) for snippet in rule.good)


def test_the_clock_is_the_only_place_that_may_ask_for_the_time(tmp_path, monkeypatch):
    rule = next(rule for rule in RULES if rule.allowed is CLOCK)
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    for name in ("checkin/settings/clock.py", "checkin/door/late.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("import time\n\nnow = time.time()\n")
    assert breaches(rule, sources("checkin")) == ["checkin/door/late.py:3"]


def test_every_module_of_the_set_up_and_the_tests_says_what_it_is_for():
    rule = next(rule for rule in RULES if rule.find is no_first_words)
    assert breaches(rule, sources("packaging", "tests")) == []


def too_long(files: list[Path]) -> list[str]:
    counted = {path: len(path.read_bytes().splitlines()) for path in files}
    return [
        f"{path}: {lines}" for path, lines in counted.items() if lines > LONGEST_FILE
    ]


def test_no_file_is_too_long_to_read_in_one_go():
    assert too_long(sources("checkin", "packaging", "tests")) == []


def test_a_file_that_is_too_long_is_found(tmp_path):
    for lines in (LONGEST_FILE, LONGEST_FILE + 1):
        (tmp_path / f"f{lines}.py").write_text("x = 1\n" * lines)
    assert len(too_long(sorted(tmp_path.iterdir()))) == 1


def test_packaging_stays_a_folder():
    # with an __init__.py it would shadow the library of that name
    assert not (ROOT / "packaging" / "__init__.py").exists()


OF_ONE_MACHINE = re.compile(
    r"(?<![\w.~/])/(?:work|root)/|pypi[.]org|pythonhosted[.]org|registry[.]npmjs[.]org"
)


def tracked(*options: str) -> list[str]:
    """The files that git knows or would take."""
    listing = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", *options]
    done = subprocess.run(
        listing, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    return [name for name in done.stdout.split("\0") if name]


def test_nothing_of_one_machine_is_written_down():
    found = []
    for name in tracked("--cached", "--others", "--exclude-standard"):
        path = ROOT / name
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" not in content:
            text = content.decode("utf-8", "replace")
            found += [f"{name}: {hit.group()}" for hit in OF_ONE_MACHINE.finditer(text)]
    assert not found, "registries and folders differ from machine to machine"


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("see /work" + "/main/x.py", True),
        ("/root" + "/.cache", True),
        ("index https://pypi." + "org/simple", True),
        ("docs/work/plan.md", False),
        ("https://example.org/root/x", False),
    ],
)
def test_what_belongs_to_one_machine_is_found(text, hit):
    assert bool(OF_ONE_MACHINE.search(text)) is hit


def test_the_environment_and_the_lock_of_uv_are_not_tracked():
    # uv.lock records the addresses of registries; requirements.txt is the lock here
    ours = [n for n in tracked() if n == "uv.lock" or n.startswith(".venv")]
    assert ours == []
