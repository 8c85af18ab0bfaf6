"""An EPCI's follow-up workbook, as it is -> households, needs and keyed hashes, typed; people stay behind."""
