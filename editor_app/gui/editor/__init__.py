"""The editor pane: the post's text with its colours, marks, search and input methods."""
