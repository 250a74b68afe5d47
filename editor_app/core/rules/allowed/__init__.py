"""What a post allows: comments to Galley."""
