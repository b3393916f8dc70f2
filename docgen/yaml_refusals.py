def __getattr__(n): raise AttributeError(n)
empty_key=merge_key=None
