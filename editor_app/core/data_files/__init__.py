"""Files of a site that hold data: read as nodes, bounded, each wrong thing told at its place."""
