"""The child that reads PDFs, dying as if by a fault of the library at each file that says KILL."""

import os
import sys

from casebook.dossier.gaps import reader

if __name__ == "__main__":
    read = reader._words
    reader._words = lambda file: os._exit(9) if "KILL" in (words := read(file)) else words
    sys.exit(reader.main(sys.argv[1:]))
