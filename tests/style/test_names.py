from pathlib import Path

import pytest

from docgen import resources
from docgen.source import Position, Text
from docgen.style.names import file_name, style_files, unknown_style

FOLDERS = [resources.templates()]


@pytest.mark.parametrize(
    ("name", "file"),
    [(None, "gbt9704"), ("公文", "gbt9704"), ("企业标准", "enterprise"), ("modern", "modern"), ("宋体", "宋体")],
)
def test_a_style_is_called_by_its_file_or_by_its_chinese_name(name: str | None, file: str) -> None:
    assert file_name(name, style_files(FOLDERS)) == file


def test_a_style_of_the_project_may_take_a_chinese_name_for_itself(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles/公文.yaml").touch()
    folders = [tmp_path, *FOLDERS]

    assert file_name("公文", style_files(folders)) == "公文"
    assert unknown_style("公文", folders) is None


def test_a_style_that_has_no_file_is_a_problem_where_it_is_named() -> None:
    problem = unknown_style(Text("gbt9740", position := Position("content/manual.yaml", 4, 5, 7)), FOLDERS)

    assert problem is not None
    assert (problem.code, problem.position) == ("STYLE-UNKNOWN", position)
    assert problem.help.en == "did you mean “gbt9704”? styles there are: enterprise, gbt9704, modern"
