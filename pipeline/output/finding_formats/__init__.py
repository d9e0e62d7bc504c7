"""Reports -> the lines that `pipeline check` prints, a module for each format; `pipeline.output.formats` lists them.

`text` is for a terminal, `concise` a line for each finding, `json_array` for programs, `sarif` for code hosts
and editors, `github` for workflows. A module has one function, that of `formats.FindingWriter`. What comes from
a document is made harmless first (`visible_text`); each finding is told in the language of its report.
"""
