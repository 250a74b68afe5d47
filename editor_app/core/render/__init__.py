"""From the text of a post to the page that the preview shows."""
