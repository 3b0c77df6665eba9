"""What every test of the window gets: it fails if it leaves something behind."""

import gettext
from collections.abc import Callable, Iterator

import guards
import pytest
from pseudo import Pseudo
from PySide6.QtWidgets import QApplication, QDialog
from windows import (  # noqa: F401 - fixtures
    around,
    clock,
    demo,
    demo_window,
    empty_window,
    guards_folder,
    heard,
    looked,
    played,
    window,
)

from checkin.model import i18n

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Notes a failure: its traceback keeps the test's windows, which is no leak."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.fixture
def dialogs() -> Callable[[], list[QDialog]]:
    """The dialogs that are open, for a test that expects one to open."""
    return guards.open_dialogs


@pytest.fixture
def longer_words() -> Iterator[None]:
    """All words that are made from here on are 40 % longer, and in brackets."""
    i18n.use(Pseudo())
    yield
    i18n.use(gettext.NullTranslations())


@pytest.fixture(autouse=True)
def leaves_nothing_behind(
    request: pytest.FixtureRequest, qapp: QApplication
) -> Iterator[None]:
    """No window, no running thread, no dialog that wasn't asked for."""
    opened = guards.Dialogs(qapp, wanted="dialogs" in request.fixturenames)
    threads, windows = guards.Threads(), guards.Windows()
    yield
    found = opened.findings() + threads.findings() + windows.findings()
    if found and not request.node.stash.get(_FAILED, False):
        pytest.fail("\n".join(found), pytrace=False)
