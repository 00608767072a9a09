"""The little words around a verb that say who acts, whether it is denied, and how firmly."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

WE = frozenset("we i we'll we've we're we'd i'll i've i'm".split())
OWN = frozenset(
    "service services site sites website websites app apps application platform company product products software program game games bot extension plugin team "
    "organisation organization foundation association charity firm developer operator project store shop tool itself controller tools staff group provider server servers systems".split()
)
AUX = frozenset(
    "will may might can could shall should must would do does did has have had is are was were be been being am isn't aren't wasn't weren't don't doesn't "
    "didn't won't wouldn't can't cannot couldn't haven't hasn't hadn't shouldn't mustn't need ll".split()
)
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't gets get".split())
HAVE = frozenset("has have had haven't hasn't hadn't we've i've".split())
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
WILL = frozenset("will shall won't we'll would i'll".split())
CONDITIONAL = frozenset("if when whenever unless where whether before until once how what why after while whenever upon should wherever".split())
ASKING = frozenset("how what why whether which".split())
RELATIVE = frozenset("that which whom who whose data information details things".split())
SAYING = frozenset(
    "agree agrees note notes know mean means ensure aware confirm acknowledge understand promise guarantee believe declare state say says certify assure represent stress consent accept sure remember pledge so provided".split()
)
GOVERNORS = frozenset("right need needs choose chooses continue continues likely going right able permitted agree want intend intends reserve wish decide elect plan plans entitled authorized authorised".split())
REFUSING = frozenset("refuse refuses decline declines refrain refrains abstain abstains".split())
DETERMINERS = frozenset("the following any all your no this that these those such of our user customer and or some certain other more their his her its personal same it only which what additional a share sell disclose collect provide transfer rent trade use release send pass give log store record with to".split())
POINTING = frozenset("this that these those such said".split())
PRONOUNS = frozenset("it them this these those".split())
PREPOSITIONS = frozenset("with to among amongst between".split())
BY = frozenset("by through via".split())
