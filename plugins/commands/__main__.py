"""``inv NAME …``, and ``python -m commands NAME …`` without invoke."""

from __future__ import annotations

import sys

from commands.command_line import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
