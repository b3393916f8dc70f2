"""Fandol: the free fonts that stand for 宋 黑 楷 仿宋, taken from Debian's TeX package.

They hold all of GB 2312, come under the GPL with the font exception, and weigh 34 MB, so docgen fetches them and does
not ship them. https://ctan.org/pkg/fandol
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from docgen.problems import Problem, Words, error

# File name → (family, CSS weight), so that no font file need be opened to know it.
FILES: Mapping[str, tuple[str, int]] = {
    "FandolSong-Regular.otf": ("FandolSong", 400),
    "FandolSong-Bold.otf": ("FandolSong", 700),
    "FandolHei-Regular.otf": ("FandolHei", 400),
    "FandolHei-Bold.otf": ("FandolHei", 700),
    "FandolKai-Regular.otf": ("FandolKai", 400),
    "FandolFang-Regular.otf": ("FandolFang R", 400),
}
PACKAGE = "texlive-lang-chinese"


def fetch_fonts(target: Path) -> list[Problem]:
    """Put the six Fandol fonts and their licence into `target`, out of Debian's TeX package, which is not installed.

    Needs apt-get and dpkg-deb (Debian, Ubuntu and their kin) and the network, no root. About 49 MB to download, 34 MB
    to keep. An empty list means that the fonts are there.
    """
    import tempfile

    with tempfile.TemporaryDirectory(prefix="docgen-fonts-") as scratch:
        try:
            target.mkdir(parents=True, exist_ok=True)
            package = _download(PACKAGE, Path(scratch))
            unpacked = Path(scratch) / "unpacked"
            _run(["dpkg-deb", "--extract", str(package), str(unpacked)], Path(scratch))
            _copy_fandol(unpacked, target)
        except FileNotFoundError as cause:
            return [not_fetched(Words(f"没有 {cause.filename}", f"there is no {cause.filename}"))]
        except subprocess.CalledProcessError as cause:
            last_line = cause.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
            return [not_fetched(Words(last_line, last_line))]
        except (OSError, subprocess.SubprocessError) as cause:
            return [not_fetched(Words(str(cause), str(cause)))]
    return []


def _download(package: str, scratch: Path) -> Path:
    """The .deb of `package`. Where apt has no package lists (a fresh container), lists of our own are fetched."""
    # apt hands downloads to the user _apt, who can't enter a folder that only we may read.
    apt = ["apt-get", "--quiet", "-o", "APT::Sandbox::User=root"]
    try:
        _run([*apt, "download", package], scratch)
    except subprocess.CalledProcessError:
        lists = scratch / "lists"
        (lists / "partial").mkdir(parents=True)
        apt += ["-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={scratch}"]
        apt += ["-o", "APT::Update::Error-Mode=any"]  # by default an update without network succeeds
        _run([*apt, "update"], scratch)
        _run([*apt, "download", package], scratch)
    return next(scratch.glob(f"{package}_*.deb"))


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=900, check=True)


def _copy_fandol(unpacked: Path, target: Path) -> None:
    import gzip

    for name in FILES:
        _write_whole(target / name, _only(unpacked, name).read_bytes())
    licence = _only(unpacked, "fandol/COPYING*")
    read = gzip.open if licence.suffix == ".gz" else open
    with read(licence, "rb") as stream:
        _write_whole(target / "COPYING", stream.read())


def _only(folder: Path, name: str) -> Path:
    found = next(folder.rglob(name), None)
    if found is None:
        raise FileNotFoundError(2, "not in the package", f"{PACKAGE}: {name}")
    return found


def _write_whole(path: Path, content: bytes) -> None:
    """Write through a temporary, so that a run cut short leaves no half font behind."""
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(content)
    temporary.replace(path)


def not_fetched(cause: Words) -> Problem:
    return error(
        "FONT-NOT-FETCHED",
        None,
        Words(f"没能取得字体：{cause.zh}", f"the fonts could not be fetched: {cause.en}"),
        Words(
            "需要 Debian 或 Ubuntu 的 apt-get、dpkg-deb 和网络；也可以自己把字体文件放进项目的 fonts 文件夹",
            "this needs apt-get and dpkg-deb (Debian, Ubuntu) and the network; or put font files into the project's "
            "fonts folder yourself",
        ),
    )
