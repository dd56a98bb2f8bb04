"""Score sheets for people: tables in a terminal, the sentences of an announcement."""
