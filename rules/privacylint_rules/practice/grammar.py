"""The little words around a verb that say who acts, whether it is denied, and how firmly."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

WE = frozenset("we i we'd i'd".split())
OWN = frozenset(
    "service services site sites website websites app apps application platform company product products software program game games bot extension plugin team "
    "organisation organization foundation association charity firm developer operator project store shop tool itself controller tools staff group provider server servers systems database databases backend system webserver homepage portal".split()
)
AUX = frozenset(
    "will may might can could shall should must would do does did has have had is are was were be been being am isn't aren't wasn't weren't don't doesn't "
    "didn't won't wouldn't can't cannot couldn't haven't hasn't hadn't shouldn't mustn't need ll".split()
)
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't gets get".split())
HAVE = frozenset("has have had haven't hasn't hadn't".split())
NEGATIONS = frozenset(
    "not never no nor neither none isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't cannot couldn't haven't hasn't hadn't nobody nothing".split()
)
NO_SUBJECT = frozenset("no none neither nothing".split())
ADVERBS = frozenset(
    "not never also only always currently ever solely exclusively further otherwise knowingly intentionally willingly directly indirectly automatically "
    "generally typically usually normally hereby then still simply merely just routinely periodically actively voluntarily necessarily "
    "either neither both even again strictly securely therefore thus now expressly absolutely under no in any way primarily mainly sometimes occasionally "
    "and or nor but likewise additionally physically deliberately purposely later subsequently itself internally locally temporarily permanently".split()
) - frozenset("under no in any way".split())
JOINS = frozenset("and or nor but then".split())
MAY = frozenset("may might can could".split())
WILL = frozenset("will shall won't would".split())
CONDITIONAL = frozenset("if when whenever unless where whether before until once how what why after while whenever upon should wherever".split())
ASKING = frozenset("how what why whether which".split())
RELATIVE = frozenset("that which whom who whose data information details things".split())
SAYING = frozenset(
    "agree agrees note notes know mean means ensure aware confirm acknowledge understand promise guarantee believe declare state say says certify assure represent stress consent accept sure saying word clear obvious assured assure confident certain convinced remember pledge so provided".split()
)
ASIDES = tuple(
    tuple(words.split())
    for words in (
        "under any circumstances", "under any circumstance", "under any conditions", "under no conditions", "in no circumstances", "in any circumstances", "at any stage", "at no stage", "in no form", "in no manner", "for any purpose whatsoever", "in any shape or form", "as such", "under no circumstances", "under no circumstance", "under no condition",
        "in any way", "in any form", "in any manner", "in any case", "in any event", "in no case", "in no event", "in no way", "at any time", "at any point", "at no time", "at no point",
        "on no account", "by any means", "by no means", "for any reason", "for no reason", "of course", "as a rule", "as a matter of principle", "as a matter of policy", "in principle", "at all", "in turn", "from time to time", "on occasion", "in any event", "from now on", "to date", "so far",
    )
)  # fmt: skip
"""Words that stand between a subject and its verb without changing who does what; those with "no" deny it."""
GOVERNORS = frozenset("decided chosen opted elected resolved vowed promised pledged undertaken sworn agreed determined promise promises pledge pledges undertake undertakes commit commits committed vow guarantee policy obliged swear right need needs choose chooses continue continues likely going right able permitted agree want intend intends reserve wish decide elect plan plans entitled authorized authorised".split())
REFUSING = frozenset("refuse refuses decline declines refrain refrains abstain abstains stop stopped desist forbear declined refused".split())
DETERMINERS = frozenset("the following any all your my no this that these those such of our user customer and or some certain other more their his her its personal same it only which what additional a share sell disclose collect provide transfer rent trade use release send pass give log store record with to".split())
POINTING = frozenset("this that these those such said".split())
PRONOUNS = frozenset("it them this these those".split())
PREPOSITIONS = frozenset("with to among amongst between".split())
BY = frozenset("by through via".split())
LETTING = frozenset("let lets letting help helps".split())
VOWING = frozenset("commit commits committed dedicate dedicated policy policies practice principle promise pledge rule".split())
"""Words after which "of not selling" and "to not sharing" promise it."""
ENGAGING = frozenset("engage engages engaged participate participates involved".split())
