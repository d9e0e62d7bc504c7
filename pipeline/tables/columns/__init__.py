"""The columns of a table, each by its header, its cells and its arithmetic -> one role for each.

In the order of the way: `scores` (header and cells -> how much a role is worth, with `contents`),
`measured` (target, actual and rate, chosen together), `side_by_side` (further groups of them),
`assignment` (all of them, and the reasons). `word_stems` reads headers
of one word.
"""
