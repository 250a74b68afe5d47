"""The file `galley.toml`: from its text to settings, and what is wrong with it."""
