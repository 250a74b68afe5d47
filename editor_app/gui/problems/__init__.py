"""The problems pane: what is wrong with the open post, and its cure."""
