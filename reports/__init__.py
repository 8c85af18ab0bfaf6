"""What leaves the house on paper or in a file: tables with their source, their year and their licence."""
