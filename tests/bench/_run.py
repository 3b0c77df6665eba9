"""Runs the `main()` of one benchmark: `python tests/bench/_run.py NAME`."""

import importlib
import sys


def main(name: str) -> None:
    """Run bench_NAME.py, which lies beside this file."""
    importlib.import_module(f"bench_{name}").main()


if __name__ == "__main__":
    main(sys.argv[1])
