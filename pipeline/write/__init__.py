"""Report -> files: the tables of the contract as CSV, and the package that describes them."""
