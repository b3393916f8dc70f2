from docgen.yaml.binding import libyaml


def test_a_scalar_is_a_tuple_and_what_holds_scalars_is_an_event() -> None:
    yaml = libyaml()
    next_event = yaml.CParser("&a 名称: '仓储部'").get_event
    events = [next_event() for _ in range(5)]
    scalars = [event for event in events if isinstance(event, tuple)]

    assert [(anchor, tag, text, style) for anchor, tag, _, text, _, _, style in scalars] == [
        ("a", None, "名称", ""),
        (None, None, "仓储部", "'"),
    ]
    start, end = scalars[1][4:6]
    assert (start.line, start.column, end.line, end.column) == (0, 7, 0, 12)
    assert yaml.MappingStartEvent in map(type, events)
