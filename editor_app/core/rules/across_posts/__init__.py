"""Site rules: what only many posts together show."""
