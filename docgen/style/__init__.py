"""Styles: what a style file may say, read into one frozen `Style` that CSS and Word's styles are compiled from."""
