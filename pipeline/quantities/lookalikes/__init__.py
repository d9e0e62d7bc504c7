"""figures that count nothing -> what they are, told by their shape and the words beside them.

==================  =======================================================================
`matching`          a place in a text -> the first of these that begins there
`ordinals`          第 and a numeral: ordinals, laws, document numbers
`dates`             dates, calendar years, times of day
`chinese_dates`     the same in Chinese numerals
`identifiers`       names that begin with digits: telephones, scales, versions, 921地震
`names`             names that end in digits: H5, PM2.5, 台9線, 附表3
`chinese_names`     names in Chinese numerals: 一〇一大樓
`lookalike`         the record, and what their readers share
==================  =======================================================================
"""
