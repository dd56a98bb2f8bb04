"""The main job on the shipped examples: check the sets, score real and synthetic records, explain points in both languages.

`make demo` runs this; each step is one command that a person could type, printed before its output.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = "docs/examples"

STEPS = (
    "check par-index-province/2021",
    f"score par-index-province/2021 {EXAMPLES}/dien-bien-2021.yaml",
    f"score par-index-province/2021 {EXAMPLES}/tinh-mau-2021.yaml --level criterion",
    f"explain par-index-province/2021 {EXAMPLES}/tinh-mau-2021.yaml 1.1.2",
    f"score commune-resolution-57/2026 {EXAMPLES}/xa-vi-du-b-2026.yaml",
    f"explain commune-resolution-57/2026 {EXAMPLES}/xa-vi-du-b-2026.yaml II.6",
    f"explain commune-resolution-57/2026 {EXAMPLES}/xa-vi-du-b-2026.yaml II.1.2 --language en",
    f"score service-quality-766/2026 {EXAMPLES}/766-dak-lak-2026.yaml --language en",
    f"score service-quality-766/2026 {EXAMPLES}/766-dak-lak-2026.yaml {EXAMPLES}/766-so-van-hoa-2026.yaml "
    f"{EXAMPLES}/766-xa-xuan-lanh-2026.yaml {EXAMPLES}/766-xa-hoa-xuan-2026.yaml --language en",
)


def main() -> int:
    """Run the steps one after the other; stop at the first that fails."""
    for step in STEPS:
        print(f"\n$ parrules {step}\n", flush=True)
        code = subprocess.run([sys.executable, "-m", "parrules", *shlex.split(step)], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
