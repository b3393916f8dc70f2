"""The JSON Schemas that editors check content files with: valid, committed, and of one mind with the loader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from docgen import resources
from docgen.schema import KINDS, FileKind, schema, schema_text
from docgen.starter import STARTER
from tests.conftest import Golden

DOCUMENTS = Path(__file__).parent / "documents"
KIND_OF_FILE: dict[str, FileKind] = {"manual.yaml": "manual", "common.yaml": "common"}
PROJECTS = [
    resources.sample_content(),
    STARTER / "content",
    *(case / "content" for case in sorted(DOCUMENTS.iterdir())),
]
FILES = [file for project in PROJECTS for file in sorted(project.rglob("*.yaml"))]


def as_an_editor_reads(text: str) -> Any:
    """YAML 1.2 typed by its core schema: 1.10 is a number, true a boolean, 2026-01-05 a text; then as JSON has it."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


def complaints(kind: FileKind, text: str) -> list[str]:
    """Where in a file, and of which field, the schema complains."""
    errors = Draft7Validator(schema(kind)).iter_errors(as_an_editor_reads(text))
    return sorted("/".join(map(str, error.absolute_path)) + f": {error.validator}" for error in errors)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema(kind: FileKind) -> None:
    Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_committed(kind: FileKind, golden: Golden) -> None:
    golden(resources.schemas() / f"{kind}.json", schema_text(kind))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-4]}/{file.name}")
def test_every_content_file_is_valid(file: Path) -> None:
    assert complaints(KIND_OF_FILE.get(file.name, "department"), file.read_text("utf-8")) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-4]}/{file.name}")
def test_what_points_to_a_schema_points_to_that_of_its_kind(file: Path) -> None:
    first = file.read_text("utf-8").partition("\n")[0]
    if file.is_relative_to(DOCUMENTS):
        assert "$schema" not in first
    else:
        up = "../" * (len(file.relative_to(file.parents[file.parts[::-1].index("content")]).parts) - 1)
        kind = KIND_OF_FILE.get(file.name, "department")
        assert first == f"# yaml-language-server: $schema={up}docs/schema/{kind}.json"


MANUAL = "名称: 手册\n单位: 公司\n版本: 1.10\n"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("manual", MANUAL),
        ("manual", "title: 手册\norganization: 公司\nversion: true\n"),
        ("manual", f"{MANUAL}编制人: 甲、乙\n审核人: [丙]\n章节: [封面, {{文件: 总则.md, 标题: 总则}}]\n附件:\n"),
        (
            "manual",
            f"{MANUAL}必备: 无\n布局: matrix\n版面: {{目录级数: 2, 任职者: 印}}\n检查: {{DUTY-NO-CLAUSE: 警告}}\n",
        ),
        ("manual", f"{MANUAL}考核: {{考核人: {{直接上级: 70%}}, 等级: {{优秀: 90, 差: {{下限: 0}}}}}}\n"),
        ("department", "部门: 仓储部\n部门职责: [保管]\n岗位: {主任: {职责: {收发: 负责收发, 巡查: {内容: 巡查}}}}\n"),
        (
            "department",
            "部门: 仓储部\n岗位: {主任: {职责: [收, 发], 工作标准: [{内容: 好, 对应: 全部}, 快], 编制: 1}}\n",
        ),
        (
            "department",
            "部门: 仓储部\n岗位: {主任: {职责: '每天巡查', 评分表: {工作: {质量: 好}}, 指标: {率: {权重: 100%}}}}\n",
        ),
        ("common", "公共职责: {交办: {内容: 完成}}\n岗位通用: {考核办法: [{内容: 扣1分, 对应: 全部}]}\n"),
    ],
)
def test_what_docgen_reads_is_valid(kind: FileKind, text: str) -> None:
    assert complaints(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("manual", "名称: 手册\n版本: 1\n", [": anyOf"]),
        ("manual", f"{MANUAL}版夲: 2\n", [": additionalProperties"]),
        ("manual", f"{MANUAL}布局: 三段\n", ["布局: enum"]),
        ("manual", f"{MANUAL}版面: {{任职者: 是}}\n", ["版面: anyOf"]),
        ("department", "部门: [仓储部]\n", ["部门: type"]),
        ("department", "部门: 仓储部\n岗位: [主任]\n", ["岗位: type"]),
        ("department", "部门: 仓储部\n岗位: {主任: {职责: {收发: {内容: [a]}}}}\n", ["岗位/主任: anyOf"]),
        ("common", "职责: {}\n", [": additionalProperties"]),
    ],
)
def test_what_docgen_refuses_is_not(kind: FileKind, text: str, expected: list[str]) -> None:
    assert complaints(kind, text) == expected
