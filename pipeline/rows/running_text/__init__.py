"""lines outside of tables -> rows of the rates that running text tells, each with its figures.

=================  ==========================================================================
`rate_rows`        all lines of a report -> rows, and which lines they are made of
`prose_lines`      lines -> blocks of running text, without furniture and what is set apart
`text_columns`     lines of a page in two columns -> the left one, then the right one
`cards`            big figures with captions -> paragraphs
`labelled_lines`   目標值：…, 實際值：… and 達成率：… in lines of their own -> one paragraph
`headings`         paragraphs in the order of print -> the headings above each, the unit that one gives
`told_figures`     a paragraph -> its figures in their roles, by sentences
`figure_words`     the words about a figure -> what it is, as data
`labels`           the words before a named figure -> what it is of
`plan_rates`       figures -> rates of a plan: 執行率, 占分配數
`plan_figures`     a rate of a plan -> the figures that it is of
`rates_in_series`  rates told in one breath -> the figures that each is of
`unnamed_parts`    a plan -> what was reached of it, where no word gives it a role
`changes`          figures -> changes: 較上年度增加5％
`shares`           figures -> shares of a sum: 支出共500千元：甲項120千元，占24％
`counted_shares`   figures -> shares of counts by their names: 抽驗500件，合格480件，合格率96％
`records`          `ToldRate` with its `ToldFigure`s, and the `ToldRow` made of it
=================  ==========================================================================
"""
