"""Lists that users hand in, such as rosters and records: rows below headings, in CSV or .xlsx, with what can be wrong
with the file, its columns and its dates."""
