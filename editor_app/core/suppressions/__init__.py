"""Comments in a post that let a rule be silent about one place, and the edits that write them."""
