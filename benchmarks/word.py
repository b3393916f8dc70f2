"""Jobs of the Word figures, each in a process of its own so that none runs in another's memory; prints its seconds.

python benchmarks/word.py yaml DIR      PyYAML's C parser composes every YAML file of the content
python benchmarks/word.py docgen DIR    docgen composes the manual, loaded already, and writes it
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def yaml(folder: Path) -> float:
    from yaml import CSafeLoader, compose

    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "content").rglob("*.yaml"))]
    start = time.perf_counter()
    for text in texts:
        compose(text, Loader=CSafeLoader)
    return time.perf_counter() - start


def docgen(folder: Path) -> float:
    from docgen.compose import compose
    from docgen.loader import load
    from docgen.resources import templates
    from docgen.style.reader import read_style
    from docgen.template import Templates
    from docgen.writers import word

    manual = load(folder).manual
    style, _ = read_style(None, [templates()])
    assert manual is not None
    assert style is not None
    start = time.perf_counter()
    document = compose(manual, Templates([templates()]), style).document
    assert document is not None
    word.write(document, style, folder, None)
    return time.perf_counter() - start


if __name__ == "__main__":
    print({"yaml": yaml, "docgen": docgen}[sys.argv[1]](Path(sys.argv[2])))
