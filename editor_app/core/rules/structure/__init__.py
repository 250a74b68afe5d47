"""Rules on headings, links, images and lines."""
