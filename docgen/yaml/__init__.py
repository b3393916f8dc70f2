"""Safe YAML: bytes → nodes whose texts stand as typed, with positions; what a manual has no use for is refused."""
