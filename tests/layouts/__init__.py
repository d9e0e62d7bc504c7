"""Made-up reports in every shape that agencies print, with what a reader finds in them."""
