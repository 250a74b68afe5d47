"""Field widgets, one module for each kind."""
