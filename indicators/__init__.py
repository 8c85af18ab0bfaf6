"""Figures: tidy frames in, tidy frames out, and a catalogue that says what each one means. No screen, no store."""
