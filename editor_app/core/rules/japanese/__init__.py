"""Rules on Japanese wording and signs."""
