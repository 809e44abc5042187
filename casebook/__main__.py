"""Arguments in, exit code out: the window when nothing is asked for, else the command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run Casebook with this process's arguments and return its exit code: 0 ok, 1 refused, 2 usage."""
    from casebook import app

    return app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
