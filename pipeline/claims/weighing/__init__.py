"""Claims with the figures of their row weighed: `candidates` with `evidence`, and the `explanations` made of them."""
