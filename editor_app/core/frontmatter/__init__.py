"""Front matter: fences, nodes with spans, YAML, TOML, JSON, lossless edits."""
