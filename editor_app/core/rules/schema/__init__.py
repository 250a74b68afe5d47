"""Rules on what a site's own files demand of its posts' front matter."""
