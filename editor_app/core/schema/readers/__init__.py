"""Readers of the formats in which sites describe their posts, one module each."""
