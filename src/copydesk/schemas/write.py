"""Write the schemas that come with the package.

python -m copydesk.schemas.write
"""

from __future__ import annotations

from copydesk.cache.folder import cache_folder
from copydesk.registry.collect import collect
from copydesk.registry.loader import Plugins
from copydesk.registry.registry import Registry
from copydesk.schemas import NAMES, file_of, made


def texts() -> dict[str, str]:
    """The schemas by their names, without third-party plugins."""
    registry = Registry(collect(Plugins(installed=[])), (), cache_folder())
    return {name: made(name, registry) for name in NAMES}


def main() -> None:
    """Write them."""
    for name, text in texts().items():
        with open(file_of(name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


if __name__ == "__main__":
    main()
