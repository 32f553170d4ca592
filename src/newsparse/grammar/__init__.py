"""What one printed line says: from a string to a byline, a dateline, a timestamp. Sees no page."""
