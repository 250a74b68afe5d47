"""A site's own checks: what its galley.toml says of words, phrases and fields."""
