"""`galley`: hear Ctrl+C first, then load all else."""

import sys

_INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run Galley with the arguments after the program's name; returns the exit status."""
    try:
        # In here, as loading takes long enough for somebody to think better of it.
        from editor_app import start  # noqa: PLC0415

        return start.main(argv)
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("\n")
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
