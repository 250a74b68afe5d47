"""Dialogs: questions that the window asks, one module each."""
