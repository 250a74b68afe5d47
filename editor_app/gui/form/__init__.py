"""The form: the front matter as fields, each edit one splice of the text."""
