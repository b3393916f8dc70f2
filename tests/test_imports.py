"""Imports only go down: the layers of docgen, held by reading every module's imports, those within functions too."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import docgen

PACKAGE = Path(docgen.__file__).parent

# Lowest first. A package stands for those of its modules that are not named. A module imports from its own layer or a
# lower one.
LAYERS = {
    "positions and problems": "docgen source problems numbering folding garbage format resources xml_text",
    "safe YAML": "decoding reading yaml",
    "data models": "tree tree_walk style style.model manual manual.model",
    "what a manual says": "manual.sentences manual.placeholders manual.listing manual.pairing manual.scoring "
    "manual.book manual.layouts manual.references manual.hierarchy "
    "manual.establishment manual.page_budget manual.unread clause",
    "files to manual": "archive richtext loader spreadsheet roster",
    "rules": "manual.coverage checks",
    "manual to tree": "style.format style.numbering style.furniture style.css style.reference style.reader "
    "template compose",
    "tree to bytes": "fonts writers writing",
    "what a user asks for": "explanations schema format_page starter doctor source_lines soundness output "
    "own_templates typesetting handout pipeline sheets reports matrix assessment",
    "words of the command line": "exit_codes terminal commands arguments cli __main__",
}
LEVEL = {name: level for level, names in enumerate(LAYERS.values()) for name in names.split()}


def module_name(file: Path) -> str:
    """`writers.word.body` for a module of docgen, `writers.word` for a package, `docgen` for docgen itself."""
    name = ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
    return name.removesuffix("__init__").removesuffix(".") or "docgen"


MODULES = {module_name(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def imports(file: Path) -> set[str]:
    """The modules of docgen that a module imports, wherever in it; of `from a import b` it is b where that is one."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: a relative import"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner.removeprefix("docgen.") in MODULES else str(node.module))
    return {name.removeprefix("docgen.") for name in found if name.partition(".")[0] == "docgen"}


def with_packages(module: str, imported: set[str]) -> set[str]:
    """The modules and the packages that they bring with them, but for those that `module` itself is in."""
    packages = {name.rpartition(".")[0] for name in imported} & MODULES.keys()
    return imported | {package for package in packages if not f"{module}.".startswith(f"{package}.")}


IMPORTS = {module: imports(file) for module, file in MODULES.items()}


def level(module: str) -> int:
    while module not in LEVEL:
        module = module.rpartition(".")[0]
    return LEVEL[module]


def test_every_module_is_in_a_layer_and_every_name_in_a_layer_is_a_module() -> None:
    assert {module.partition(".")[0] for module in MODULES} <= set(LEVEL) <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_nothing_from_above(module: str) -> None:
    assert [imported for imported in sorted(IMPORTS[module]) if level(imported) > level(module)] == []


def test_no_imports_go_in_a_circle() -> None:
    graph = {module: with_packages(module, imported) for module, imported in IMPORTS.items()}

    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


HEAVY = ("weasyprint", "docx", "lxml", "jinja2", "markdown", "fontTools", "ruamel.yaml", "dataclasses", "json")


def imported_by(arguments: list[str], folder: Path, packages: tuple[str, ...] = HEAVY) -> set[str]:
    """Which of the heavy packages, or of others, a command imports."""
    code = f"import sys; from docgen.cli import main; main({arguments}); print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return set(packages) & set(run.stderr.split())


def test_help_imports_nothing_heavy() -> None:
    assert imported_by(["--help"], PACKAGE) == set()


def test_a_check_imports_nothing_that_only_a_build_needs() -> None:
    documents = Path(__file__).parent / "documents"

    assert imported_by(["check"], documents / "tables") <= {"ruamel.yaml"}
    assert imported_by(["check"], documents / "chapters") <= {"ruamel.yaml", "markdown", "dataclasses", "json"}


def test_a_check_of_a_projects_own_style_reads_just_that() -> None:
    project = Path(__file__).parent / "documents" / "S18-three-lists"

    assert sorted(file.suffix for file in (project / "templates").rglob("*.*")) == [".yaml"]
    assert imported_by(["check"], project) <= {"ruamel.yaml", "markdown", "dataclasses", "json"}


def test_a_check_in_text_imports_no_reports() -> None:
    folder = Path(__file__).parent / "documents" / "tables"

    assert not imported_by(["check"], folder, ("docgen.reports", "docgen.sheets", "docgen.matrix"))
    assert "docgen.reports" in imported_by(["check", "--format", "github"], folder, ("docgen.reports",))
