"""The command line: parse, call the dossier, print, exit code."""
