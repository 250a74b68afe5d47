"""The posts pane: the posts of the open folder."""
