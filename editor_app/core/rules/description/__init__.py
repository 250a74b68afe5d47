"""Rules on descriptions and excerpts."""
