"""The body of a post: blocks, headings, sentences, links, images and code with their spans."""
