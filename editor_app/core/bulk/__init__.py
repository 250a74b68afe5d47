"""Change many posts at once: plan it, do it, take it back."""
