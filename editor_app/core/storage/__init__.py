"""Files on disk: who they are, saving them whole or not at all, and the journal."""
