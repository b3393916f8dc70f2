"""The files that travel with docgen are where it looks for them."""

from __future__ import annotations

from docgen import resources


def test_the_template_set_has_a_layout_and_a_style() -> None:
    assert (resources.templates() / "layouts").is_dir()
    assert (resources.templates() / "styles" / "gbt9704.yaml").is_file()


def test_the_sample_company_is_a_manual() -> None:
    assert (resources.sample_content() / "manual.yaml").is_file()


def test_there_is_a_schema_for_each_kind_of_file_and_for_a_report() -> None:
    assert sorted(path.name for path in resources.schemas().iterdir()) == [
        "common.json",
        "department.json",
        "manual.json",
        "report.json",
    ]
