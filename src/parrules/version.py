"""The two versions that a result names: the library's, and that of the criteria language and file formats."""

VERSION = "0.1.0"
LANGUAGE_VERSION = "1"
