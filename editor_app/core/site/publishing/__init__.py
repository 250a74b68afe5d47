"""Will it publish? What the site's own generator decides of a post, and why."""
