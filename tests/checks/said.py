"""Projects around one text or a few, for the rules that look for words and numbers in texts."""

from __future__ import annotations


def standards(*texts: str) -> str:
    """A department whose one post has a duty with these standards, from line 8 on."""
    lines = "".join(f"          - {text}\n" for text in texts)
    return f"""\
部门: 仓储部
岗位:
  仓库主任:
    职责:
      物资收发:
        内容: 负责收发物资。
        工作标准:
{lines}        考核办法: 单据晚录入1天扣1分。
"""


def duties(*texts: str) -> str:
    """A department whose one post has these duties, from line 7 on."""
    lines = "".join(f"      - {text}\n" for text in texts)
    return f"""\
部门: 仓储部
岗位:
  仓库主任:
    必备:
      - 无
    职责:
{lines}"""


def qualifications(*texts: str) -> str:
    """A department whose one post has a duty and these 任职资格, from line 5 on."""
    lines = "".join(f"      - {text}\n" for text in texts)
    return f"""\
部门: 仓储部
岗位:
  仓库主任:
    任职资格:
{lines}    职责: {{收发: {{工作标准: 单据当天录入。, 考核办法: 单据晚录入1天扣1分。}}}}
"""


def chapter(text: str) -> dict[str, str]:
    """The chapter 总则 with this text in line 3."""
    return {"总则.md": f"# 总则\n\n{text}\n"}
