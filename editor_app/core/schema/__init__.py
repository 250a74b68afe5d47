"""Fields of a post: what the generator knows and what the post itself shows."""
