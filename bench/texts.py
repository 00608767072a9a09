"""Policies to measure with, for whoever has none at hand: invented shops, all different, the same on every machine."""

from __future__ import annotations

import random
from pathlib import Path

_SHOPS = "Lantern Lane, Birch & Reed, Harbour Kites, Copper Kettle, Moss Street Books, Paper Fox, Two Mills, Blue Ladder".split(", ")
_THINGS = "order, subscription, account, appointment, repair, delivery, gift card, workshop, rental, membership".split(", ")
_DATA = (
    "your name and postal address, your e-mail address, your telephone number, the pages you open, your device type, "
    "your approximate location, the messages you write to us, your date of birth, your payment reference, photographs "
    "you upload, your clothing size, the language of your browser"
).split(", ")
_WHY = (
    "to fulfil it, to answer you, to prevent fraud, to keep our books, to improve the site, to remind you of it, "
    "to show you similar offers, to meet a legal duty"
).split(", ")
_WHO = "our parcel carrier, our payment provider, our tax adviser, our hosting provider, a debt collector, our printer".split(", ")
_TIMES = "30 days, 90 days, six months, two years, six years, ten years, 14 days, 18 months".split(", ")
_PLACES = "Germany, Ireland, the United States, Canada, the Netherlands, Japan".split(", ")

_PARTS = (
    "## {n}. What we collect for your {thing}\n\n"
    "When you place a {thing} with {shop}, we collect {data1}, {data2} and {data3}. We need {data1} {why1}, and {data2} "
    "{why2}. Without it we cannot accept the {thing}. You may give us {data4} as well; that is up to you.\n",
    "## {n}. Legal grounds\n\n"
    "We process {data1} because the contract on your {thing} requires it (Art. 6(1)(b) GDPR), and {data2} on the ground "
    "of our legitimate interest {why1}. Where we ask for your consent, you can withdraw it at any time by writing to "
    "privacy@{host}. We do not use {data3} for any other purpose.\n",
    "## {n}. Who receives it\n\n"
    "- {who1} receives {data1} {why1}\n- {who2} receives {data2}\n- public authorities, where the law obliges us\n\n"
    "We do not sell your personal data. {who1} acts on our instructions only and deletes the data after {time1}.\n",
    "## {n}. How long we keep it\n\n"
    "| what | how long |\n| --- | --- |\n| {data1} | {time1} |\n| {data2} | {time2} |\n| {data3} | until you close your account |\n\n"
    "Records of a {thing} are kept for {time3} where tax law demands it, and are deleted or made anonymous after that.\n",
    "## {n}. Where it is stored\n\n"
    "The servers for your {thing} stand in {place1}. Support staff in {place2} can see {data1} when you ask for help. "
    "For {place2} we rely on the standard contractual clauses of the European Commission; write to us for a copy.\n",
    "## {n}. Your rights\n\n"
    "You may ask us which data about you we hold, have it corrected or erased, have its use restricted, receive it in a "
    "common format, and object to its use. We answer within one month. You may also complain to the supervisory "
    "authority of {place1}. To use your rights, write to privacy@{host} or use [the form](https://{host}/privacy).\n",
    "## {n}. Cookies\n\n"
    "Our site sets a cookie that remembers your {thing} for {time1}. Cookies that count visits are set only after you "
    "have agreed, and last {time2}. You can change your mind in the [settings](#cookies-{n}) at any time.\n",
    "## {n}. Children\n\n"
    "A {thing} is not meant for anybody under the age of 16, and we do not knowingly collect {data1} from children. If "
    "you believe that a child has given us personal data, tell us and we delete it without delay.\n",
    "## {n}. Security\n\n"
    "Everything that is sent between your device and {shop} is encrypted, and only staff who need {data1} {why1} can "
    "open it. No method is without risk; if something happens that may harm you, we tell you within 72 hours.\n",
    "## {n}. Changes to this part\n\n"
    "We may alter what is said here about your {thing}. We announce it by e-mail {time1} before it takes effect, and "
    "the earlier wording stays on our site for {time2}.\n",
)  # fmt: skip


def policy(size: int, seed: int = 0) -> str:
    """A policy of at least so many characters, in whole sections."""
    chance = random.Random(seed)
    shop = chance.choice(_SHOPS)
    host = "".join(filter(str.isalpha, shop.lower())) + ".example"
    parts = [f"# Privacy policy of {shop}\n\nEffective 4 May 2026. {shop} Ltd, 1 Mill Road, Exampleton, runs {host}.\n"]
    length = len(parts[0])
    number = 0
    while length < size:
        number += 1
        parts.append("\n" + _section(chance, number, shop, host))
        length += len(parts[-1])
    return "".join(parts)


def _section(chance: random.Random, number: int, shop: str, host: str) -> str:
    values: dict[str, object] = {"n": number, "shop": shop, "host": host, "thing": chance.choice(_THINGS)}
    for name, words in (("data", _DATA), ("why", _WHY), ("who", _WHO), ("time", _TIMES), ("place", _PLACES)):
        values.update({f"{name}{place}": word for place, word in enumerate(chance.sample(words, min(4, len(words))), 1)})
    return _PARTS[(number - 1) % len(_PARTS)].format_map(values)


def write_folder(folder: Path, files: int = 40) -> list[Path]:
    """Policies of 2 to 60 KB, most of them around 25."""
    chance = random.Random(1)
    paths = []
    for number in range(files):
        path = folder / f"shop-{number:02d}" / "privacy-policy.md"
        path.parent.mkdir(parents=True)
        path.write_text(policy(int(chance.triangular(2_000, 60_000, 25_000)), number), "utf-8")
        paths.append(path)
    return paths


def nearest(paths: list[Path], size: int) -> Path:
    """The file nearest a size in bytes."""
    return min(paths, key=lambda path: (abs(path.stat().st_size - size), path))
