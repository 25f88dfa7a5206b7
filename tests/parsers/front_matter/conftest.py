"""What the tests of front matter share."""

from __future__ import annotations

import pytest
import yaml

from copydesk.parsers.front_matter import yaml as front_yaml


@pytest.fixture(params=["C", "Python"], autouse=True)
def _each_yaml_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML comes with and without its C part; both must do."""
    if request.param == "Python":
        monkeypatch.setattr(front_yaml, "_LOADER", yaml.SafeLoader)
