"""Assessment (考核): what a post is scored by, and the arithmetic that score sheets and records share."""
