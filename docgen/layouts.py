"""The layouts that this version can print, the template of each, and the headings in them."""

from __future__ import annotations

from typing import Final

LAYOUT_FILES: Final = {"三段式": "standard"}

# The headings that 栏目名称 can rename, and what stands in a new name for the holder's own.
HEADINGS: Final = (
    "岗位", "部门职责", "岗位通用", "任职资格", "职责", "工作标准", "考核办法", "指标", "评分表",
)  # fmt: skip
HEADING_PLACEHOLDERS: Final = ("岗位", "部门", "任职者")
