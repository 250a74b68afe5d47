"""The window: PySide6, thin. It shows analyses and turns gestures into edits."""
