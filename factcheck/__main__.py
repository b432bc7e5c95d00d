"""`python -m factcheck` is `factcheck`."""

from factcheck.cli.main import main

main()
