"""A plugin's packs and facts come after ours, whatever the order of the hooks: theirs count."""

from __future__ import annotations

from pathlib import Path

from copydesk.registry.contributions import Contributions, ShippedFile
from copydesk.registry.registry import Registry

PACK = '[rule]\nid = "test/names"\nsummary = "S."\n[forms]\nKyiv = ["Kiev"]\n'
THEIRS = 'rule = "test/names"\n[forms]\nKyjiw = ["Kiev"]\n'
FACTS = """
[sources.x]
name = "X"
licence = "CC0"
as-of = 2025-01-01

[[office]]
id = "xx/mayor"
titles = ["Mayor"]
of = ["Brannock"]
holders = [{ name = "HOLDER", since = 2020-01-01, source = "x" }]
"""


def test_theirs_count(tmp_path: Path) -> None:
    texts = {"ours.toml": PACK, "theirs.toml": THEIRS,
             "a.toml": FACTS.replace("HOLDER", "Ann Ours"),
             "b.toml": FACTS.replace("HOLDER", "Ben Theirs").replace("2020-", "2024-")}  # fmt: skip
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    packs = [ShippedFile(str(tmp_path / name), own=name == "ours.toml") for name in list(texts)[:2]]
    facts = [ShippedFile(str(tmp_path / name), own=name == "a.toml") for name in list(texts)[2:]]
    for order in (1, -1):
        found = Contributions((), tuple(packs[::order]), facts=tuple(facts[::order]))
        registry = Registry(found)
        assert [entry.use for entry in registry.table.entries()] == ["Kyjiw"]
        last = {one.name: one.tenures[0].last for one in registry.facts.people()}
        assert last == {"Ann Ours": False, "Ben Theirs": True}
