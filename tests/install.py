#!/usr/bin/env python3
"""Installs what the tests run on, below `target/`: python3 tests/install.py stack tests clients

`generators` needs `tests`, and the plugin's assets. The second run of each is quick, and one that
was cut short is done again.
"""

from __future__ import annotations

import argparse
import sys

from clients import programs
from generators import environments
from venvs import InstallError, venv

NAMES = ("stack", "tests", "clients", "generators")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("names", nargs="+", choices=NAMES, metavar="NAME")
    try:
        for name in dict.fromkeys(parser.parse_args().names):
            if name == "clients":
                programs.install()
            elif name == "generators":
                environments.install()
            else:
                venv(name)
    except InstallError as error:
        print(f"install.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
