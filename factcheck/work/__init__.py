"""What the commands and the terminal call: each file one kind of work on a dossier."""
