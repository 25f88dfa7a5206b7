"""Which pack of facts judges: the one that came with copydesk, or a newer one.

A newer one is found without running code of it: an installed distribution says where its
tables are with an entry point of the group ``copydesk.facts``, and ``copydesk facts update``
puts packs into the user’s data folder. The newest of the three is used.
"""

from __future__ import annotations

import os

from copydesk.facts.pack import shipped_in
from copydesk.model.facts_pack import FactsPack
from copydesk.registry.updated_facts import tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.registry.contributions import Contributions

GROUP = "copydesk.facts"


def with_installed(found: Contributions) -> Contributions:
    """The catalogue with the newest of the packs that are shipped and installed."""
    ours = [one for one in found.facts if one.own]
    folders = dict.fromkeys(os.path.dirname(one.file) for one in ours)
    pack = next(filter(None, map(shipped_in, folders)), FactsPack())
    newest = max([pack, *installed()], key=lambda one: one.order)  # of equals, the first
    if newest is pack:
        return found._replace(pack=pack)
    others = tuple(one for one in found.facts if not one.own)
    return found._replace(pack=newest, facts=(*tables(newest), *others))


def installed() -> list[FactsPack]:
    """The packs in installed distributions; nothing of them is imported."""
    from copydesk.registry.entry_points import distributions_with

    folders = (
        os.path.join(os.path.dirname(info), entry.package)
        for info, entries in distributions_with(GROUP).items()
        for entry in entries
    )
    return list(filter(None, map(shipped_in, folders)))
