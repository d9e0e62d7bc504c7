"""a place in a text -> the figure that begins there: a numeral with what belongs to it by form.

==================  =======================================================================
`reader`            a place in a text -> the figure that begins there, or how far there is none
`plausibility`      whether a Chinese numeral is meant as a figure
`approximate`       二三十人 and 二、三十人 -> a range
`whole_figures`     a numeral -> the figure with sign, percent sign, unit, 餘
`signs`             - + △ 負 ± in front
`percentages`       ％ 成 折 個百分點 behind, 百分之 in front
`fractions`         三分之二, 3/4
`units_of_figures`  the unit behind a figure or in brackets, its currency
`figure`            the record, and the text that it is read from
==================  =======================================================================
"""
