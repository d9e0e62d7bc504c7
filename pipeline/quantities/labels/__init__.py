"""list labels 一、 (一) 1. ①, at the head of a paragraph and within a running text.

===============  ==========================================================================
`list_labels`    the head of a paragraph as printed -> its label; which label is due
`inline_labels`  a place in a running text -> the label there, also glued to a figure
`label_styles`   the styles of both, as data
===============  ==========================================================================
"""
