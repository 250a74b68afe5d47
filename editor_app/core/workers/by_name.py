"""Start a worker by the name of its module, without importing that here."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from editor_app.core.workers.worker import Handle


@dataclass(frozen=True, slots=True)
class ByName:
    """Calls `start` of a module, which only the child imports.

    So the window comes up without what only its workers need.
    """

    module: str

    def __call__(self) -> Handle:
        handle: Handle = importlib.import_module(self.module).start()
        return handle
