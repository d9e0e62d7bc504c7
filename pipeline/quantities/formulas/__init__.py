"""a printed formula -> its exact value: 【(20,678人-16,851人)/16,851人】×100％.

==================  =======================================================================
`search`            a text -> the formulas in it
`parser`            the text of one -> its tree
`printed_figures`   its figures, with their units and names
`formula`           the record: what kind it is, its value, what its figures allow
`arithmetic`        the tree, its value, the interval of its value
`symbols`           operators and brackets, as data
==================  =======================================================================
"""
