"""What `dev.py` does: environment, system libraries, checks. Standard library only."""
