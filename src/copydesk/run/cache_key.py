"""The cache key: a digest of everything but the draft that affects findings."""

from __future__ import annotations

import os
import sys

from copydesk.cache.digest import DIGEST, digest, digest_of
from copydesk.files.find_up import find_ledger
from copydesk.files.read import draft_bytes
from copydesk.model import __version__
from copydesk.model.errors import DataError
from copydesk.registry.contributions import GROUP, RULES_PACKAGE
from copydesk.registry.entry_points import distributions, entry_points
from copydesk.registry.folders import files_below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.config import RuleSelection
    from copydesk.files.data_file import DataFile
    from copydesk.files.tree import Tree
    from copydesk.registry.prepared import Prepared
    from copydesk.run.linter import Linter
    from copydesk.run.settings import Reading, RunSettings


def cache_key(linter: Linter, reading: Reading) -> bytes | None:
    """Compute the key; None if it cannot be determined.

    Code files are identified by their times and sizes, the newsroom's packs and
    the files named in options by their content, other packages by name and version.
    """
    files = _code()
    if files is None:
        return None
    own = _config_key(linter.prepared, linter.settings)
    if not own:
        return None
    told = (__version__, sys.version, sorted(files), os.getcwd(), reading,
            [distributions(folder) for folder in dict.fromkeys(sys.path)])  # fmt: skip
    return digest(_bytes(told), own)


class Surroundings:
    """What the folder of a draft adds to the key: the stet ledger and a config of its own.

    Each ledger and each config is looked at once.
    """

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._by_folder: dict[str, bytes] = {}
        self._by_config: dict[tuple[str, ...], bytes] = {linter.settings.config.files: b""}

    def of(self, path: str) -> bytes:
        """A digest of the two; empty without a ledger if the config is that of the run."""
        folder = os.path.dirname(path)
        found = self._by_folder.get(folder)
        if found is None:
            found = _ledger(folder, self._linter.settings.ledger) + self._config(path)
            self._by_folder[folder] = found
        return found

    def _config(self, path: str) -> bytes:
        files = self._linter.configs.of(path).files
        if files not in self._by_config:
            prepared = self._linter.prepared_for(path)
            key = _config_key(prepared, self._linter.settings)
            self._by_config[files] = key or os.urandom(DIGEST)  # equal to no other
        return self._by_config[files]


def _ledger(folder: str, tree: Tree) -> bytes:
    """A digest of the ledger for drafts in a folder; empty if there is none."""
    ledger = find_ledger(os.path.abspath(folder), tree)
    try:
        return digest_of(tree.read(ledger)) if ledger else b""
    except OSError:
        return b"?"


def _config_key(prepared: Prepared, settings: RunSettings) -> bytes:
    """The part of the key that a config decides; empty if a file it names cannot be read."""
    settings, registry = settings._replace(config=prepared.config), prepared.registry
    try:
        packs = [(pack.path, _digest(pack, settings)) for pack in registry.pack_files]
        facts = [(pack.path, _digest(pack, settings)) for pack in registry.own_facts]
        accepted = [] if registry.accepted is None else registry.accepted.digests()
    except DataError:
        return b""
    judged = tuple(registry.facts_pack)
    return digest(
        _bytes((packs, facts, judged, accepted)), _ordered(settings), _bytes(_named(settings))
    )


def _code() -> list[tuple[str, int, int]] | None:
    """Path, time and size of the files of copydesk, of the rules and of all plugins."""
    from importlib.util import find_spec

    files: list[tuple[str, int, int]] = []
    modules = [plugin.value.partition(":")[0].strip() for plugin in entry_points(GROUP)]
    for name in (__name__.partition(".")[0], RULES_PACKAGE, *modules):
        try:
            spec = find_spec(name.partition(".")[0])
            if spec is None:
                return None
            for folder in spec.submodule_search_locations or ():
                files += files_below(os.fspath(folder))
            if not spec.submodule_search_locations and spec.origin:
                status = os.stat(spec.origin)
                files.append((spec.origin, status.st_mtime_ns, status.st_size))
        except (ImportError, OSError, ValueError):
            return None
    return files


def _digest(pack: DataFile, settings: RunSettings) -> str:
    """A pack's digest; a pack of the newsroom is read again."""
    styles = {choice.style for choice in _choices(settings)}
    own = {*(file for _, file in (*settings.config.terms, *settings.config.facts)), *styles}
    return pack.again().digest if pack.file in own else pack.digest


def _ordered(settings: RunSettings) -> bytes:
    """The settings of the run in a stable form, without the date, which is part of other keys."""
    config = settings.config
    plain = [
        (one.select, one.extend_select, one.ignore, one.preview, one.style,
         sorted(one.severity.items()),
         sorted((name, sorted(map(repr, values.items()))) for name, values in one.options.items()))
        for one in _choices(settings)
    ]  # fmt: skip
    empty = type(config.choice)()
    rest = config._replace(
        choice=empty, overrides=(), origins={}, stet={}, profiles={}, cache_size=0
    )
    paths = [(one.paths, one.root) for one in config.overrides]
    stet = sorted(config.stet.items())
    others = settings._replace(config=rest, choice=empty, cache="", today="")
    return _bytes((plain, paths, stet, others))


def _named(settings: RunSettings) -> list[tuple[str, bytes]]:
    """The files that options name, with digests of their content."""
    found: list[tuple[str, bytes]] = []
    for choice in _choices(settings):
        for values in choice.options.values():
            for value in values.values():
                texts = value if isinstance(value, list) else [value]
                for text in (one for one in texts if isinstance(one, str)):
                    found += _held(text)
    return found


def _held(text: str) -> Iterator[tuple[str, bytes]]:
    """A digest of the file of that name, if it exists."""
    try:
        yield text, digest_of(draft_bytes(text)) if text != "-" else b""
    except (OSError, ValueError):
        return


def _choices(settings: RunSettings) -> Iterable[RuleSelection]:
    overrides = (one.choice for one in settings.config.overrides)
    return (settings.config.choice, *overrides, settings.choice)


def _bytes(value: object) -> bytes:
    return repr(value).encode("utf-8", "surrogatepass")
