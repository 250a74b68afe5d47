"""The site around a post: its root, its generator, its posts, their file names."""
