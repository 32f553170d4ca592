"""The command `newsparse`: a thin face over parse and export."""

from __future__ import annotations

import sys
from importlib.util import find_spec

__all__ = ["main"]


def main() -> None:
    """Run the command line; without the extra `cli`, say in one line how to get it."""
    missing = [name for name in ("click", "rich") if find_spec(name) is None]
    if missing:
        sys.stderr.write(f"newsparse: the command needs {' and '.join(missing)}; install them with: pip install 'newsparse[cli]'\n")
        raise SystemExit(1)
    from newsparse.shell.commands import newsparse

    newsparse()
