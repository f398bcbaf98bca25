"""What things are called on the pages, in plain English; dates, numbers, lists as printed."""
