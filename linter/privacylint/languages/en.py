"""English, as data: what the engine knows about the language and nothing about privacy."""

from __future__ import annotations

# --- sentences and headings (sentences.py, headings.py, lists.py) ---

# never the end of a sentence: what follows belongs to them
ABBREVIATIONS = frozenset(
    "e.g i.e eg ie viz cf vs v c.f e.g, i.e, art arts no nos sec secs sect sects para paras par pars cl cls ch chap "
    "fig figs ref refs p pp vol approx ca incl excl esp mr mrs ms dr prof hon rev st sp str reg regs dir attn tel "
    "fax ph ext dept univ gov rep sen gen col capt lt sgt messrs mme mlle resp n.b nb a.k.a aka cal civ bus pub stat subd".split()
)

# may end a sentence: it does when the next word is one that sentences begin with
CLOSING_ABBREVIATIONS = frozenset(
    "inc ltd corp co llc llp plc l.l.c l.p s.a s.r.l s.p.a s.a.r.l s.à.r.l b.v n.v a.g a.s k.k z.o.o o.o gmbh pty pvt "
    "bros jr sr etc u.s u.k u.s.a u.s.c e.u u.n d.c c.f.r a.m p.m am pm b.c a.d ph.d m.d j.d al ave blvd rd jan feb "
    "mar apr jun jul aug sep sept oct nov dec s.w n.w n.y n.j p.o p.l.c ste".split()
)

# an abbreviation only in front of a number
NUMBER_ABBREVIATIONS = frozenset(
    {"no", "nos", "art", "arts", "sec", "ch", "p", "pp", "fig", "par", "ref", "dir", "v", "rs"}
)

# names written with an exclamation or question mark
SHOUTED_NAMES = frozenset({"yahoo!", "e!", "jeopardy!", "joomla!", "kahoot!", "yum!"})

# words that begin a sentence far more often than they follow an abbreviation
SENTENCE_STARTERS = frozenset(
    "A After All Also Although An And Any As At Because Before Below But By Cookies Data Do Does During Each Either "
    "Even Every Except Finally First For From Further Furthermore Generally Here How However I If In Information "
    "Instead It Its Like Likewise Many Moreover Most Neither No None Nor Not Nothing Notwithstanding Of On Once Only "
    "Or Other Otherwise Our Over Personal Please Rather See She Should Similarly Since So Some Sometimes Such That "
    "The Their Then There Therefore These They This Those Through Thus To Under Unless Until Upon Use Users Using "
    "Very We What When Where Whether Which While Who Why With Without You Your".split()
)

# words by which a sentence points to the list after it
INTRODUCING = (
    "following",
    "follows",
    "below",
    "these are",
    "includes?",
    "including",
    "such as",
    "for example",
)

MONTHS = frozenset("january february march april may june july august september october november december".split())

# first words of a heading that is no phrase in title case
HEADING_STARTERS = frozenset(
    "about additional automatic automatically can changes children collection contact contacting cookies data "
    "deletion disclosure disclosures do does for how information international legal links notice our personal "
    "privacy processing purpose purposes retention rights scope security sharing storage the third transfer transfers "
    "types updates use uses using what when where which who why will your".split()
)

# what stands on buttons and links of a page: alone on a line it is no heading
BUTTONS = frozenset(
    (
        "accept", "accept all", "agree", "apply", "back", "back to top", "cancel", "click here", "close", "confirm", "continue",
        "copy link", "download", "download pdf", "edit", "expand all", "collapse all", "find out more", "get started", "go back",
        "learn more", "log in", "login", "menu", "next", "ok", "open", "previous", "print", "print this page", "read more",
        "register", "reject all", "save", "search", "see more", "send", "share", "show less", "show more", "sign in", "sign up",
        "skip to content", "skip to main content", "subscribe", "submit", "table of contents", "view more", "yes", "no",
    )
)  # fmt: skip

# first words of an answer that denies what was asked
REFUSALS = frozenset("no nope never none nobody nothing not".split())

# first words of a line that says something instead of naming what follows
SENTENCE_SUBJECTS = frozenset(
    "all although because by he if in it neither none please she some such there these they this those thus we you".split()
)

# words that stay small in a title
SMALL_WORDS = frozenset(
    "a an and as at by for from in into of on or our out over per the their this to under up upon via vs with within "
    "without your you we us it its is are do does not".split()
)

# endings of company names: a short line with one of them begins an address
COMPANY_ENDINGS = frozenset(
    "ab ag as bv b.v corp gmbh inc kg limited llc llp ltd nv n.v oy plc sa sarl sas srl".split()
)
