"""The programme's own workbook: committees and their decisions, actions and their cost, targets."""
