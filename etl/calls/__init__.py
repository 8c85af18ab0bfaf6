"""The list of families to call at the anniversaries of their move: written for a référent, read when it comes back."""
