"""Pins and hashes what pyproject.toml asks for, in requirements.txt, by means of uv."""

import shutil
import subprocess

from devtools.shell import ROOT, SetupFailed, clean_environment

_COMPILE = (
    "pip compile pyproject.toml --group dev -o requirements.txt --universal"
    " --python-version 3.11 --generate-hashes --no-header --no-annotate"
    " --no-emit-index-url --no-emit-find-links --quiet"
)
_PRIVATE_SOURCES = {"UV_FIND_LINKS", "UV_INDEX", "UV_EXTRA_INDEX_URL"}


def lock(arguments: list[str]) -> int:
    """Write requirements.txt again, for every platform; `arguments` go to uv.

    Sources of packages that only this computer has are left out: what they hold must
    not be what everyone is made to install.

    Raises:
        SetupFailed: uv is not there.
    """
    uv = shutil.which("uv")
    if uv is None:
        raise SetupFailed("`lock` needs uv. Install uv, then try again.")
    env = clean_environment()
    env = {name: value for name, value in env.items() if name not in _PRIVATE_SOURCES}
    command = [uv, *_COMPILE.split(), *arguments]
    return subprocess.call(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
