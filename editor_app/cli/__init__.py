"""The `galley` command: one module for each verb."""
