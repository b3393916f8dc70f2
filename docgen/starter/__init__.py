"""`docgen new`: a project to start from."""

from __future__ import annotations

import shutil
from pathlib import Path

from docgen import resources
from docgen.problems import Problem, Words, error, reason

STARTER = Path(__file__).parent
OWN_STYLE = "公司"


def create(folder: Path, *, sample: bool = False) -> Problem | None:
    """Fill `folder` with a starter (1 department, 2 posts) or the whole sample company. None, or why not.

    The schemas come along, so that an editor completes and checks the files without a network, and a style to change:
    a copy of gbt9704, in force once manual.yaml says 样式: 公司.
    """
    content = resources.sample_content() if sample else STARTER / "content"
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return _not_empty(folder)
        shutil.copytree(content, folder / "content", dirs_exist_ok=True)
        of_content = shutil.ignore_patterns("report.json")
        shutil.copytree(resources.schemas(), folder / "docs" / "schema", ignore=of_content, dirs_exist_ok=True)
        own_style = folder / "templates" / "styles" / f"{OWN_STYLE}.yaml"
        own_style.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(resources.templates() / "styles" / "gbt9704.yaml", own_style)
        (folder / ".gitignore").write_text("/output/\n", encoding="utf-8")
    except OSError as failure:
        why = reason(failure)
        return error(
            "OUTPUT-NOT-WRITTEN",
            None,
            Words(f"建不了文件夹 {folder}：{why.zh}", f"cannot create {folder}: {why.en}"),
            Words("看看权限和磁盘空间，或换一个地方", "check permissions and free space, or choose another place"),
        )
    return None


def _not_empty(folder: Path) -> Problem:
    return error(
        "NEW-NOT-EMPTY",
        None,
        Words(f"文件夹 {folder} 里已经有东西了", f"there is something in {folder} already"),
        Words("换一个新文件夹的名字", "choose the name of a new folder"),
    )
