"""Runs the `main()` of one benchmark: `python tests/bench/_run.py NAME [NUMBER]...`."""

import importlib
import sys


def main(name: str, *numbers: str) -> None:
    """Run bench_NAME.py, which lies beside this file; only fuzz takes numbers."""
    importlib.import_module(f"bench_{name}").main(*numbers)


if __name__ == "__main__":
    main(*sys.argv[1:])
