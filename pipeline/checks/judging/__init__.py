"""Claims -> verdicts: `claims` judges them, `explained` those that were weighed, `judged` is the result."""
