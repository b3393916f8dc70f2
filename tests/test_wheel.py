"""The built wheel in a bare environment, with no network: what a user has after `pip install docgen`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from docgen.explanations import explanation

PROJECT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", str(PROJECT), "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel and what it says it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    (site_packages,) = folder.glob("lib/python*/site-packages")
    pip("--python", str(folder / "bin" / "python"), "install", "--no-deps", "--no-index", str(wheel))
    for name in sorted(needed("docgen")):
        link(name, site_packages)
    return folder


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def needed(name: str, extras: frozenset[str] = frozenset()) -> set[str]:
    """The distributions that one requires, and those that they require."""
    found: set[str] = set()
    for line in distribution(name).requires or ():
        required = Requirement(line)
        if required.marker is None or any(required.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            found |= {required.name, *needed(required.name, frozenset(required.extras))}
    return found


def link(name: str, site_packages: Path) -> None:
    """Share a distribution with the environment that runs the tests: a link to each of its files' topmost folders."""
    installed = distribution(name)
    for file in installed.files or ():
        top = Path(file.parts[0])
        shared = site_packages / top
        if file.parts[0] != ".." and not shared.exists():
            shared.symlink_to(Path(str(installed.locate_file(file.parts[0]))))


def offline() -> list[str]:
    """What to put before a command to leave it without a network, where this machine allows it."""
    for command in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
        ):
            return command
    return []


def shell(line: str, environment: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as a user types it, in `folder`, where every connection fails."""
    nowhere = "http://127.0.0.1:9"
    settings = {
        "PATH": f"{environment / 'bin'}:/usr/bin:/bin",
        "HOME": os.environ["HOME"],
        "XDG_CACHE_HOME": str(environment / "cache"),
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "all_proxy": nowhere,
    }
    if "XDG_DATA_HOME" in os.environ:  # where the fonts are
        settings["XDG_DATA_HOME"] = os.environ["XDG_DATA_HOME"]
    command = [*offline(), "sh", "-c", line]
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)


def test_a_new_project_is_made_checked_and_built(environment: Path, tmp_path: Path) -> None:
    line = "docgen new my-company && cd my-company && docgen check && docgen build"
    made = shell(line, environment, tmp_path)
    assert (made.returncode, made.stdout) == (
        0,
        """\
my-company
职责 4 · 有标准 4 · 有条款 4 · 覆盖率 100.0% · 仅通用 0 · 豁免 0
output/岗位职责、工作标准及考核办法.pdf
output/岗位职责、工作标准及考核办法.docx
output/岗位职责、工作标准及考核办法.md
""",
    ), made.stderr


def test_the_sample_company_comes_along(environment: Path, tmp_path: Path) -> None:
    made = shell("docgen new sample --sample && docgen check --strict -C sample", environment, tmp_path)
    assert made.returncode == 0, made.stdout + made.stderr
    assert made.stdout.startswith("sample\n职责 ")
    copied = {file.relative_to(tmp_path / "sample") for file in (tmp_path / "sample" / "content").rglob("*.*")}
    assert copied == {file.relative_to(PROJECT) for file in (PROJECT / "content").rglob("*.*")}


@pytest.mark.parametrize("kind", ["manual", "department", "common", "report"])
def test_a_schema_is_printed(kind: str, environment: Path, tmp_path: Path) -> None:
    printed = shell(f"docgen schema {kind}", environment, tmp_path)
    assert (printed.returncode, printed.stderr) == (0, "")
    assert printed.stdout == (PROJECT / "docs" / "schema" / f"{kind}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["FILE-STRAY", "DUTY-NO-CLAUSE"])
def test_a_code_is_explained(code: str, environment: Path, tmp_path: Path) -> None:
    explained = shell(f"docgen explain {code}", environment, tmp_path)
    assert (explained.returncode, explained.stderr) == (0, "")
    assert explained.stdout == explanation(code, "zh")


def test_what_was_run_is_the_wheel(environment: Path, tmp_path: Path) -> None:
    place = shell("python -c 'import docgen; print(docgen.__file__)'", environment, tmp_path)
    assert Path(place.stdout.strip()).is_relative_to(environment)


def test_it_holds_the_package_the_templates_and_nothing_of_the_checkout_besides(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
    templates = {f"docgen/_data/{file.relative_to(PROJECT)}" for file in (PROJECT / "templates").rglob("*.*")}
    assert templates <= names
    assert {"docgen/py.typed", "docgen/starter/content/manual.yaml"} <= names
    assert {name.split("/")[0] for name in names} == {"docgen", "docgen-0.1.0.dist-info"}
