"""The workflows, forms and settings of GitHub: sound by their schemas, pinned, with few rights."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = {path.stem: path for path in sorted((GITHUB / "workflows").glob("*.yml"))}
FORMS = [
    path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"
]
SCHEMAS = [
    *((path, "github-workflows") for path in WORKFLOWS.values()),
    *((path, "github-issue-forms") for path in FORMS),
    (GITHUB / "ISSUE_TEMPLATE" / "config.yml", "github-issue-config"),
    (GITHUB / "dependabot.yml", "dependabot"),
    (ROOT / "action.yml", "github-actions"),
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MAY_WRITE = {
    ("release", "publish"): {"attestations", "id-token"},
    ("pages", "deploy"): {"id-token", "pages"},
}
_USES = re.compile(r"^\s*(?:- )?uses: *(\S+)(.*)$", re.M)
_PINNED = re.compile(r"[\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40}")
_VERSION = re.compile(r" # v\d+\.\d+\.\d+")


def workflow(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name].read_text("utf-8"))
    return found


def triggers(name: str) -> dict[str, Any]:
    """What starts a workflow; YAML reads the word “on” as true."""
    found: dict[str, Any] = workflow(name)[True]
    return found


def commands(job: dict[str, Any]) -> list[str]:
    return [step["run"].strip() for step in job["steps"] if "run" in step]


def readme_commands() -> list[str]:
    """The parts of the README's test command, as ``.ci/run`` takes them."""
    text = (ROOT / "README.md").read_text("utf-8")
    block = text.partition("<!-- test command -->")[2].partition("<!-- end -->")[0]
    (line,) = [one for one in block.splitlines() if one and not one.startswith("```")]
    return [part.replace(".venv/bin/", "").strip() for part in line.split("&&")]


# Schemas


def schema_faults(path: Path, schema: str) -> str:
    words = ["--builtin-schema", f"vendor.{schema}", str(path)]
    done = CliRunner().invoke(check_jsonschema, words)
    return "" if done.exit_code == 0 else done.output


@pytest.mark.parametrize(("path", "schema"), SCHEMAS, ids=lambda one: getattr(one, "name", ""))
def test_its_schema(path: Path, schema: str) -> None:
    assert schema_faults(path, schema) == ""


def test_the_schemas_see_faults(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    for path, schema in SCHEMAS:
        bad.write_text(path.read_text("utf-8") + "\nno-such-key: [1]\n", "utf-8")
        if schema != "github-issue-config":
            assert schema_faults(bad, schema), schema
    bad.write_text("blank_issues_enabled: perhaps\n", "utf-8")
    assert schema_faults(bad, "github-issue-config")


@pytest.mark.process
def test_zizmor_finds_nothing() -> None:
    zizmor = shutil.which("zizmor", path=os.path.dirname(sys.executable))
    assert zizmor, "it comes with the extra dev"
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", str(GITHUB), str(ROOT / "action.yml"),
         str(ROOT / "docs" / "ci" / "github.yml")],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


# Pins, rights, limits


def unpinned(text: str) -> list[str]:
    """The actions of other repositories that are not pinned to a commit, with a version beside it."""
    return [
        used + rest
        for used, rest in _USES.findall(text)
        if not used.startswith("./") and not (_PINNED.fullmatch(used) and _VERSION.match(rest))
    ]


def test_every_action_is_pinned_to_a_commit() -> None:
    texts = [path.read_text("utf-8") for path in (*WORKFLOWS.values(), ROOT / "action.yml")]
    assert sum(len(_USES.findall(text)) for text in texts) > 10
    assert [one for text in texts for one in unpinned(text)] == []


def test_one_version_of_each_action() -> None:
    used = {
        tuple(match[0].split("@"))
        for path in (*WORKFLOWS.values(), ROOT / "action.yml")
        for match in _USES.findall(path.read_text("utf-8"))
        if "@" in match[0]
    }
    assert len(used) == len({name for name, _ in used}), sorted(used)


@pytest.mark.parametrize(
    "line",
    [
        "- uses: actions/checkout@v7",
        "- uses: actions/checkout@3d3c42e",
        f"  uses: actions/checkout@{'a' * 40}",
        f"  uses: actions/checkout@{'a' * 40} # newest",
    ],
)
def test_a_tag_is_no_pin(line: str) -> None:
    assert unpinned(line)


def rights(name: str, flow: dict[Any, Any]) -> Iterator[str]:
    """The rights of a workflow beyond those that it may have."""
    if flow.get("permissions") != {"contents": "read"}:
        yield f"{name} is not read-only at the top"
    for job, said in flow["jobs"].items():
        given = said.get("permissions", {})
        written = (
            {given} if isinstance(given, str) else {k for k, v in given.items() if v == "write"}
        )
        if written - MAY_WRITE.get((name, job), set()):
            yield f"{name}.{job} may write {sorted(written)}"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_rights_are_least(name: str) -> None:
    assert list(rights(name, workflow(name))) == []
    assert "pull_request_target" not in triggers(name)
    assert "secrets." not in WORKFLOWS[name].read_text("utf-8")
    for job in workflow(name)["jobs"].values():
        for step in job.get("steps", ()):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_more_rights_are_seen() -> None:
    top = {"permissions": {"contents": "read"}}
    assert list(rights("test", {"jobs": {}}))
    assert list(rights("test", top | {"jobs": {"lint": {"permissions": {"contents": "write"}}}}))
    assert list(rights("test", top | {"jobs": {"lint": {"permissions": "write-all"}}}))


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_job_ends_and_no_run_is_made_twice(name: str) -> None:
    flow = workflow(name)
    for job in flow["jobs"].values():
        assert "uses" in job or 0 < job["timeout-minutes"] <= 180
    assert set(triggers(name)) == {"workflow_call"} or flow["concurrency"]["group"]


# What they run


def test_the_matrix_is_that_of_the_classifiers() -> None:
    said = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    matrix = workflow("test")["jobs"]["test"]["strategy"]["matrix"]
    assert matrix["python"] == said
    assert PROJECT["requires-python"] == f">={said[0]}"
    others = {(one["os"], one["python"]) for one in matrix["include"]}
    assert others == {(f"{name}-latest", one) for name in ("macos", "windows") for one in (said[0], said[-1])}  # fmt: skip
    assert workflow("slow")["jobs"]["slow"]["strategy"]["matrix"]["python"] == [said[0], said[-1]]


def test_the_tests_are_run_as_the_readme_says() -> None:
    _, install, plugin, tests = readme_commands()
    run = commands(workflow("test")["jobs"]["test"])
    for told in (install, plugin):
        assert told.replace("pip install", "python -m pip install") in run
    tier = workflow("test")["jobs"]["test"]["strategy"]["matrix"]["tier"]
    assert tier == ["not slow"]
    assert tests.replace('"not slow"', '"$TIER"') in run
    assert tests.replace('"not slow"', "slow") in commands(workflow("slow")["jobs"]["slow"])


def test_the_tools_are_those_of_ci() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    *tools, counter = re.findall(r'^run "\.venv/bin/([^"]+)"', script, re.M)
    assert len(tools) == 4
    assert counter == "python -m bench.instructions"
    assert any(f"{counter} against" in one for one in commands(workflow("test")["jobs"]["speed"]))
    assert commands(workflow("test")["jobs"]["lint"])[-4:] == tools


def test_the_last_check_waits_for_all_others() -> None:
    jobs = workflow("test")["jobs"]
    assert set(jobs["passed"]["needs"]) == jobs.keys() - {"passed"}
    assert jobs["passed"]["if"] == "always()"
    for result in ("failure", "cancelled", "skipped"):
        assert f"contains(needs.*.result, '{result}')" in jobs["passed"]["steps"][0]["if"]


def test_the_slow_tier_runs_by_itself() -> None:
    assert triggers("slow").keys() == {"schedule", "workflow_dispatch"}
    assert len(triggers("slow")["schedule"][0]["cron"].split()) == 5


def test_a_release_is_tested_and_checked_before_it_is_published() -> None:
    jobs = workflow("release")["jobs"]
    assert triggers("release") == {"push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+*"]}}
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"
    assert jobs["test"]["with"] == {"tag": "${{ github.ref_name }}"}
    assert jobs["publish"]["needs"] == "test"
    assert jobs["publish"]["environment"]["name"] == "pypi"
    assert "if" not in jobs["publish"]
    assert [step["uses"].partition("@")[0] for step in jobs["publish"]["steps"]] == [
        "actions/download-artifact",
        "actions/attest-build-provenance",
        "pypa/gh-action-pypi-publish",
    ]


def test_the_package_is_built_once_checked_and_run() -> None:
    called = workflow("test")["jobs"]["package"]
    assert called["uses"] == "./.github/workflows/package.yml"
    assert "inputs.tag" in called["with"]["tag"]
    (job,) = workflow("package")["jobs"].values()
    order = [
        "-m build",
        "check_wheel dist/*.whl --tag",
        "copydesk check examples",
        "upload-artifact",
    ]
    told = [step.get("run", step.get("uses", "")) for step in job["steps"]]
    places = [next(at for at, text in enumerate(told) if one in text) for one in order]
    assert places == sorted(places)
    built = [name for name, path in WORKFLOWS.items() if "-m build" in path.read_text("utf-8")]
    assert built == ["package"]
    smoke = told[places[2]]
    assert 'test "$status" = 1' in smoke


# Forms


def labelled(path: Path) -> dict[str, dict[str, Any]]:
    return {
        one["id"]: one for one in yaml.safe_load(path.read_text("utf-8"))["body"] if "id" in one
    }


def required(path: Path) -> set[str]:
    return {
        name for name, one in labelled(path).items() if one.get("validations", {}).get("required")
    }


def test_the_forms_ask_for_what_is_needed() -> None:
    forms = {path.stem: path for path in FORMS}
    assert forms.keys() == {"crash", "false-alarm", "missed-fault"}
    assert {"report", "rule", "date", "version", "right"} <= required(forms["false-alarm"])
    assert {"text", "right", "date", "version"} <= required(forms["missed-fault"])
    assert {"command", "version"} <= required(forms["crash"])
    for path in FORMS:
        assert "unpublished copy" in path.read_text("utf-8")
    assert "copydesk report-alarm" in forms["false-alarm"].read_text("utf-8")


def test_the_forms_name_each_label_that_a_person_has_to_make() -> None:
    told = (ROOT / "RELEASING.md").read_text("utf-8")
    for path in FORMS:
        for label in yaml.safe_load(path.read_text("utf-8"))["labels"]:
            assert f"`{label}`" in told


def test_a_pull_request_gives_the_precision_of_a_rule() -> None:
    text = (GITHUB / "pull_request_template.md").read_text("utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for severity, bar in (("stop", 98), ("fix", 95), ("style", 90), ("ask", 60)):
        assert f"`{severity}` {bar}%" in text
        assert f"{severity} {bar}%" in contributing
