"""Check the posts of a site: many at once, and what is known of them from the last time."""
