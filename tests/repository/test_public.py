"""What people rely on: public names, hooks, help and the JSON schema change on purpose only.

After a change that is meant, write it anew: python tests/repository/test_public.py
"""

from __future__ import annotations

import inspect
import io
import json
from contextlib import redirect_stdout, suppress
from pathlib import Path

import copydesk
from copydesk.cli import main
from copydesk.cli.arguments import COMMANDS
from copydesk.hooks import hookspecs

ROOT = Path(__file__).resolve().parents[2]
SNAPSHOT = ROOT / "tests" / "data" / "public.json"
SCHEMA = ROOT / "src" / "copydesk" / "formats" / "report-1.schema.json"


def hooks() -> dict[str, str]:
    """The hooks with their signatures."""
    return {
        name: str(inspect.signature(hook))
        for name, hook in sorted(vars(hookspecs).items())
        if name.startswith("copydesk_")
    }


def options_of(command: str) -> list[str]:
    """The options and words of a command, as its help lists them; not those of plugins."""
    out = io.StringIO()
    with redirect_stdout(out), suppress(SystemExit):
        main([command, "--help"])
    text = out.getvalue().partition("\n\n")[2].partition("from plugins:")[0]
    words = text.replace("[", " ").replace("]", " ").split()
    return sorted({one for word in words if len(one := word.rstrip(",")) > 1 and one[0] == "-"})


def public() -> dict[str, object]:
    return {
        "names": sorted(copydesk.__all__),
        "hooks": hooks(),
        "commands": {name: options_of(name) for name in COMMANDS},
        "schema": json.loads(SCHEMA.read_text("utf-8")),
    }


def test_what_people_rely_on_is_as_it_was() -> None:
    assert public() == json.loads(SNAPSHOT.read_text("utf-8"))


if __name__ == "__main__":
    text = json.dumps(public(), indent=1, ensure_ascii=False, sort_keys=True)
    SNAPSHOT.write_text(f"{text}\n", "utf-8")
