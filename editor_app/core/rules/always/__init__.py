"""What Galley tells beside its rules: that it could not do what it was asked to."""
