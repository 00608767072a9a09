"""The files `privacylint init` writes: each function gives the text of one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from privacylint import __version__
from privacylint.regimes import asks
from privacylint.rule import Disclosure, Regime

REPOSITORY = "https://github.com/privacylint/privacylint"


def configuration(policies: Sequence[str], regimes: Iterable[Regime]) -> str:
    """`privacylint.yaml` for some policies, under some laws; without laws: those the text itself speaks to."""
    lines = ["# `privacylint config show` says what holds and why, `privacylint rules` lists the rules", ""]
    lines.append("extends: [recommended]")
    laws = [f"  - {law.id} # {_line(law.data.get('applies_when', law.title))}" for law in regimes]
    lines += ["", "# the laws each policy is held against", "regimes:", *laws] if laws else ["", "regimes: auto"]
    if policies:
        lines += ["", "policies:", *(f"  - path: {_quoted(path)}" for path in policies)]
    lines += ["", "# the truth the text must agree with", "# facts:", "#   controller: Your Company Ltd"]
    lines += ["#   minimum_age: 16", "#   contacts: {privacy: privacy@example.com}"]
    return "\n".join(lines) + "\n"


def hook_entry(indent: str = "  ") -> str:
    """The entry of `.pre-commit-config.yaml`, its dash at `indent`."""
    lines = [
        f"- repo: {REPOSITORY}",
        f"  rev: v{__version__}",
        "  hooks:",
        "    - id: privacylint-config",
        "    - id: privacylint-all",
        "    - id: privacylint-changes",
    ]
    return "".join(f"{indent}{line}\n" for line in lines)


def github() -> str:
    """A workflow that checks every pull request and says in its summary what changed."""
    return f"""\
name: privacylint
on: pull_request
permissions:
  contents: read
jobs:
  privacylint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # what changed is read from the history
          persist-credentials: false
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install privacylint=={__version__}
      - run: privacylint changes auto --require-history --format markdown >> "$GITHUB_STEP_SUMMARY"
      - run: privacylint check --base auto --require-history --format github
"""


def gitlab() -> str:
    """A job that checks every merge request and hands its findings to code quality."""
    return f"""\
privacylint:
  image: python:3.12-slim
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  variables:
    GIT_DEPTH: "0" # what changed is read from the history
  before_script:
    - apt-get update -qq && apt-get install -qq -y git
    - pip install privacylint=={__version__}
  script:
    - privacylint changes auto --require-history
    - privacylint check --base auto --require-history --format text --format gitlab --output privacylint.json
  artifacts:
    when: always
    reports:
      codequality: privacylint.json
"""


def skeleton(regimes: Iterable[Regime], disclosures: Iterable[Disclosure]) -> str:
    """A policy to fill in: a heading for each topic the laws ask for, with the articles that do."""
    cites: dict[str, list[str]] = {}
    for law in regimes:
        for ask in asks(law):
            cites.setdefault(ask.topic, []).append(ask.cite + (f" ({ask.when})" if ask.when else ""))
    titles = {one.topic: one.title for one in disclosures}
    return "# Privacy Policy\n" + "".join(_section(titles.get(topic, topic), cites[topic]) for topic in cites)


def _section(title: str, cites: Iterable[str]) -> str:
    return f"\n## {title}\n\n<!-- {_line('; '.join(cites)).replace('--', '–')} -->\n[TODO]\n"


def _quoted(path: str) -> str:
    plain = path.replace("/", "").replace("-", "").replace("_", "").replace(".", "").isalnum() and path.isascii()
    return path if plain else json.dumps(path, ensure_ascii=False)


def _line(text: str) -> str:
    return " ".join(text.split())


def listed(regimes: Iterable[Regime]) -> Iterator[str]:
    """A line a law: its id and when it applies, as it says of itself."""
    laws = sorted(regimes, key=lambda law: law.id)
    wide = max((len(law.id) for law in laws), default=0)
    for law in laws:
        yield f"  {law.id:<{wide}}  {_line(str(law.data.get('applies_when', law.title)))}"
