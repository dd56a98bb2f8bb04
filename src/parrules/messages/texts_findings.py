"""What findings say, by code: message, and under ``.help`` the mend. One clause, the reader's words in backticks, no final stop."""

FINDINGS: dict[str, tuple[str, str]] = {}
