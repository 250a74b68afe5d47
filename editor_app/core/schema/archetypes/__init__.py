"""What a generator's own new posts are made of: read as data, nothing of it is run."""
