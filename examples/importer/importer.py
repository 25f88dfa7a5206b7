"""An importer's bot: asks copydesk about drafts before they are imported.

    python importer.py < drafts.jsonl > imported.jsonl

A line in is an object with ``id``, ``format`` and ``text``, as a CMS exports them. One copydesk
process answers all of them, a line for a line, while drafts keep coming in. A draft without a
finding at stop goes on; of the others the bot says on standard error what holds them.
"""

from __future__ import annotations

import json
import subprocess
import sys

KEYS = ("id", "format", "text", "date", "path")


def main() -> int:
    """Ask about every draft; 1 if one is held."""
    held = 0
    command = ["copydesk", "check", "--batch", "--profile", "breaking"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as desk:
        assert desk.stdin is not None
        assert desk.stdout is not None
        for line in filter(str.strip, sys.stdin):
            draft = json.loads(line)
            asked = {key: draft[key] for key in KEYS if key in draft}
            desk.stdin.write(json.dumps(asked) + "\n")
            desk.stdin.flush()
            answer = json.loads(desk.stdout.readline())
            stops = [one for one in answer["findings"] if one["severity"] == "stop"]
            for one in stops:
                told = f"{answer['id']}: line {one['start']['line']}: {one['message']}"
                print(told, one["evidence"], file=sys.stderr)
            for error in answer["errors"]:
                print(f"{answer['id']}: {error['message']}", file=sys.stderr)
            if stops or answer["errors"]:
                held += 1
            else:
                print(line, end="")
        desk.stdin.close()
    return 1 if held else 0


if __name__ == "__main__":
    sys.exit(main())
