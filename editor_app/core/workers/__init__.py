"""Functions that run in a child process which can be killed."""
