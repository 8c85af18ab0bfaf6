"""An EPCI that sends only its totals by month: contacts, installations, no household."""
