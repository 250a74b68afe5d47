"""Rules on text that stands twice in a post."""
