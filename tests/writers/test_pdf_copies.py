"""Which pages and sections each person is given."""

from __future__ import annotations

from docgen.writers.pdf_copies import Copy, copies_of

# Cover, two shared sections, receipt; then cover and receipt of two others.
OWNERS = (0, None, None, 0, 1, 1, 2, 2)


def test_each_has_a_cover_the_shared_pages_and_a_receipt() -> None:
    spans = [range(1), range(1, 3), range(3, 4), range(4, 5), *(range(page, page + 1) for page in range(5, 9))]
    assert copies_of(spans, OWNERS) == [
        Copy((0, 1, 2, 3, 4), (1, 2, 3, 4)),
        Copy((5, 1, 2, 3, 6), (5, 2, 3, 6)),
        Copy((7, 1, 2, 3, 8), (7, 2, 3, 8)),
    ]


def test_blank_pages_before_a_right_hand_one_are_shared() -> None:
    spans = [range(1), range(2, 4), range(4, 5), range(6, 7), range(7, 8), range(8, 9), range(9, 11), range(11, 12)]
    assert [copy.pages for copy in copies_of(spans, OWNERS)] == [
        (0, 1, 2, 3, 4, 5, 6),
        (7, 1, 2, 3, 4, 5, 8),
        (9, 10, 1, 2, 3, 4, 5, 11),
    ]
