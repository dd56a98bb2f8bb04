"""Run the command line: ``python -m parrules``."""

from parrules.cli.main import main

main()
