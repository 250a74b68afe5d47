"""Rules on front matter: whether it can be read, and what it says."""
