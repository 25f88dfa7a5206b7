"""The versions of copydesk that a config requires."""

from __future__ import annotations

from copydesk.model import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.files.toml import Source


def check_version(source: Source, required: str) -> None:
    """Stop if the config requires another version of copydesk."""
    if not required:
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    key = "required-version"
    try:
        fits = SpecifierSet(required).contains(__version__, prereleases=True)
    except InvalidSpecifier:
        source.fail(f'{key} must be a range of versions, such as ">=0.1,<0.2"', key)
    if not fits:
        source.fail(f"copydesk {required} is required, but this is {__version__}", key)
