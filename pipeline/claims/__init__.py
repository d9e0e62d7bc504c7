"""row -> what it asserts: targets, actual figures, stated rates, and which of them belong together.

In comes a `Row`, out come its items (`Indicator`) and a `Claim` for each stated rate.

======================  =====================================================================
`measures`              a row with several items side by side -> a row for each
`outlines`              paragraphs of a cell -> a tree of numbered entries
`statements`            a row -> what its figures are
`mentions`, `roles`     a figure in its sentence; the words that give it its role
`other_years`           which figures of a sentence are another year's
`rates`                 the stated rates, with what their sentences say
`items`                 the items that a target cell lists, with their actual figures
`assertions`            stated rates and items -> claims
`item_of_rate`          which item a rate is for
`figures_of_rate`       which figures belong to it
`weighing`              the figures that a rate may be of, with the evidence for them
`readings`              the accepted ways to recompute it
`shares`                shares told in passing
`combined_rates`        what is said of all items
`repeated_rates`        what a note says again
`told_rates`            rates of running text, which has no columns
`contradictions`        figures that cannot both be right
`records`               `Figure`, `Indicator`, `Pair`, `Claim`, `Reason`, `ReadingKind`
======================  =====================================================================
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.claims.assertions import claims_from_statements as claims_from_statements
    from pipeline.claims.items.actual_figures import items_from_statements as items_from_statements
    from pipeline.claims.items.direction import find_marks as find_marks
    from pipeline.claims.measures import split_row as split_row
    from pipeline.claims.readings import HUNDRED as HUNDRED
    from pipeline.claims.readings import Reading as Reading
    from pipeline.claims.readings import list_readings as list_readings
    from pipeline.claims.records import Certainty as Certainty
    from pipeline.claims.records import Claim as Claim
    from pipeline.claims.records import Explanation as Explanation
    from pipeline.claims.records import Figure as Figure
    from pipeline.claims.records import Indicator as Indicator
    from pipeline.claims.records import Pair as Pair
    from pipeline.claims.records import RateKind as RateKind
    from pipeline.claims.records import ReadingKind as ReadingKind
    from pipeline.claims.records import Reason as Reason
    from pipeline.claims.statements import statements_from_row as statements_from_row
    from pipeline.claims.told_rates import claim_from_told as claim_from_told
    from pipeline.claims.weighing.evidence import CERTAIN as CERTAIN
    from pipeline.claims.weighing.evidence import FAR as FAR
    from pipeline.claims.weighing.evidence import LEAST as LEAST
    from pipeline.claims.weighing.evidence import LIKELY as LIKELY
    from pipeline.claims.weighing.evidence import Evidence as Evidence
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "assertions": ["claims_from_statements"],
            "items.actual_figures": ["items_from_statements"],
            "items.direction": ["find_marks"],
            "measures": ["split_row"],
            "readings": ["HUNDRED", "Reading", "list_readings"],
            "weighing.evidence": ["CERTAIN", "FAR", "LEAST", "LIKELY", "Evidence"],
            "records": [
                "Certainty",
                "Claim",
                "Explanation",
                "Figure",
                "Indicator",
                "Pair",
                "RateKind",
                "ReadingKind",
                "Reason",
            ],
            "statements": ["statements_from_row"],
            "told_rates": ["claim_from_told"],
        },
    )
