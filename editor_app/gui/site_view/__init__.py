"""The site view: what is wrong in all posts, and one rule mended in many at once."""
