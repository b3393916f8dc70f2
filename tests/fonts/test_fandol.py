"""Fetching the fonts with the real apt and dpkg, from a package archive of one package made here."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
from pathlib import Path

import pytest

from docgen.fonts.fandol import FILES, fetch_fonts

FONTS = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
CONTROL = """\
Package: texlive-lang-chinese
Version: 1
Architecture: all
Maintainer: docgen contributors <nobody@example.org>
Description: stands for the package of that name
"""


def make_archive(folder: Path, fonts: list[str]) -> None:
    """A flat apt archive that holds texlive-lang-chinese with these fonts, each of which contains its own name."""
    package = folder / "package"
    (package / "DEBIAN").mkdir(parents=True)
    (package / "DEBIAN/control").write_text(CONTROL)
    (package / FONTS).mkdir(parents=True)
    for name in fonts:
        (package / FONTS / name).write_text(name)
    licence = package / "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz"
    licence.parent.mkdir(parents=True)
    licence.write_bytes(gzip.compress(b"GPL with the font exception"))
    deb = folder / "archive/texlive-lang-chinese_1_all.deb"
    deb.parent.mkdir()
    subprocess.run(["dpkg-deb", "--build", "--root-owner-group", package, deb], check=True, capture_output=True)
    digest = hashlib.sha256(deb.read_bytes()).hexdigest()
    entry = f"{CONTROL}Filename: ./{deb.name}\nSize: {deb.stat().st_size}\nSHA256: {digest}\n"
    (deb.parent / "Packages").write_text(entry)


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An apt of our own that has fetched no package lists yet and knows one archive."""
    (tmp_path / "sources.list").write_text(f"deb [trusted=yes] file:{tmp_path}/archive ./\n")
    (tmp_path / "lists/partial").mkdir(parents=True)
    (tmp_path / "apt.conf").write_text(
        f'Dir::Etc::SourceList "{tmp_path}/sources.list";\n'
        'Dir::Etc::SourceParts "-";\n'
        f'Dir::State::Lists "{tmp_path}/lists";\n'
    )
    monkeypatch.setenv("APT_CONFIG", str(tmp_path / "apt.conf"))


@pytest.mark.usefixtures("apt")
def test_the_six_fonts_and_their_licence_are_taken_out_of_the_package(tmp_path: Path) -> None:
    make_archive(tmp_path, [*FILES, "FandolBraille-Regular.otf"])

    problems = fetch_fonts(tmp_path / "data/fonts")

    assert problems == []
    assert {path.name: path.read_text() for path in (tmp_path / "data/fonts").iterdir()} == {
        **{name: name for name in FILES},
        "COPYING": "GPL with the font exception",
    }


@pytest.mark.usefixtures("apt")
def test_a_package_without_the_fonts_is_a_problem(tmp_path: Path) -> None:
    make_archive(tmp_path, ["FandolSong-Regular.otf"])

    (problem,) = fetch_fonts(tmp_path / "fonts")

    assert problem.message == (
        "没能取得字体：没有 texlive-lang-chinese: FandolSong-Bold.otf",
        "the fonts could not be fetched: there is no texlive-lang-chinese: FandolSong-Bold.otf",
    )


@pytest.mark.usefixtures("apt")
def test_an_archive_out_of_reach_is_a_problem_in_apts_own_words(tmp_path: Path) -> None:
    (problem,) = fetch_fonts(tmp_path / "fonts")

    assert problem.code == "FONT-NOT-FETCHED"
    assert problem.message.zh.startswith("没能取得字体：E: ")


def test_without_apt_the_problem_names_the_ways_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    (problem,) = fetch_fonts(tmp_path / "fonts")

    assert (problem.code, problem.position) == ("FONT-NOT-FETCHED", None)
    assert problem.message.zh == "没能取得字体：没有 apt-get"
    assert problem.help.zh == (
        "需要 Debian 或 Ubuntu 的 apt-get、dpkg-deb 和网络；也可以自己把字体文件放进项目的 fonts 文件夹"
    )
