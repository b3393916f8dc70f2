"""docgen: one set of content files, one job-duty manual in Word, PDF and Markdown."""

__version__ = "0.1.0"
