"""Rules on the reading time."""
