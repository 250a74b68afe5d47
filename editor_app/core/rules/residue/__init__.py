"""Rules on what a program has left in the text."""
