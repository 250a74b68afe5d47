"""The preview pane: the post as a page, behind walls."""
