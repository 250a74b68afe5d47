"""The rules: one module each, and the list of them."""
