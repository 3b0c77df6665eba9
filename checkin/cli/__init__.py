"""The same jobs from a terminal: what scripts and checks rely on."""


def main() -> None:
    """The console script `checkin`."""
    from checkin.cli.app import run

    run()
