"""What the command line shows and takes. Needs the extra `cli` (click and rich)."""
