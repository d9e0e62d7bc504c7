"""claim -> verdict and findings.

In come the rows of a report (`judge_rows`), out come its items and a `Check` for each claim.

======================  =====================================================================
`audit`                 rows -> claims -> checks, the stages in their order
`judging`               a stated rate against its readings -> verdict
`conventions`           what a document says of how its rates are stated: caps, factors
`other_rates`           what the other rates of the row and the document show
`suite`                 what each rule has to say; `disagreements` explains a rate that is not given
`arithmetic`            how a rate was recomputed, as it is shown
`check_lines`           a claim with all that the rules say -> its check
`completing`            what the file and the whole document tell of a check: `names`, `confirmation`
`rules`                 what each rule means; its parts are `rule_records`
`explanations`          a rule told with its examples judged
`messages`, `texts`     what is said of a claim; its words in English and Chinese
`power`, `coverage`     how sharp a check was; how much could be checked
`selection`             which findings count
`records`, `verdicts`   `Finding`, `Check`, `Report`; `Verdict`, `Level`
======================  =====================================================================
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.checks.audit import judge_rows as judge_rows
    from pipeline.checks.completing.confirmation import confirm_checks as confirm_checks
    from pipeline.checks.completing.names import name_checks as name_checks
    from pipeline.checks.coverage import Coverage as Coverage
    from pipeline.checks.coverage import measure_coverage as measure_coverage
    from pipeline.checks.explanations import explain_rule as explain_rule
    from pipeline.checks.messages import Message as Message
    from pipeline.checks.messages import compose as compose
    from pipeline.checks.records import Check as Check
    from pipeline.checks.records import Finding as Finding
    from pipeline.checks.records import Report as Report
    from pipeline.checks.rules import RULES as RULES
    from pipeline.checks.selection import FindingKey as FindingKey
    from pipeline.checks.selection import Selection as Selection
    from pipeline.checks.selection import finding_key as finding_key
    from pipeline.checks.selection import parse_codes as parse_codes
    from pipeline.checks.selection import read_baseline as read_baseline
    from pipeline.checks.texts import Language as Language
    from pipeline.checks.texts import Text as Text
    from pipeline.checks.texts import TextKey as TextKey
    from pipeline.checks.verdicts import Level as Level
    from pipeline.checks.verdicts import Verdict as Verdict
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "audit": ["judge_rows"],
            "completing.confirmation": ["confirm_checks"],
            "completing.names": ["name_checks"],
            "coverage": ["Coverage", "measure_coverage"],
            "explanations": ["explain_rule"],
            "messages": ["Message", "compose"],
            "records": ["Check", "Finding", "Report"],
            "rules": ["RULES"],
            "selection": ["FindingKey", "Selection", "finding_key", "parse_codes", "read_baseline"],
            "texts": ["Language", "Text", "TextKey"],
            "verdicts": ["Level", "Verdict"],
        },
    )
