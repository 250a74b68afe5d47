"""Rules on text that stops in the middle."""
