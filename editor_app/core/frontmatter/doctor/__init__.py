"""What is wrong with front matter that can't be read, and the edits that mend it."""
