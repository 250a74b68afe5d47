"""Spans, edits, lines, bytes to text and back, the piece table and its history."""
