from __future__ import annotations

import os

from editor_app.gui.preview.walls import prepare

prepare(os.environ)  # while tests are collected: before anything makes a QApplication
