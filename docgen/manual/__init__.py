"""The manual: its content model, and what can be said of a manual without knowing how it is printed."""
