"""Benchmarks run only with `dev.py bench`: a timing is never a test."""

from __future__ import annotations

import os

collect_ignore_glob = [] if os.environ.get("GALLEY_BENCH") else ["test_*.py"]
