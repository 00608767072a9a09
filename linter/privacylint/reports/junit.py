"""JUnit XML: a suite a file, a test case a finding.

Only an error is a failed case, so that a build server goes red where the exit code does by default; a warning or a
hint is a passed case with its words as output. A file without findings is one passed case.
"""

from __future__ import annotations

from privacylint.lint import Reported, Result, Run
from privacylint.reports._place import from_root
from privacylint.reports._script import XML, element


def render(run: Run, *, color: bool = False) -> str:
    """The suites of a run."""
    suites = [line for result in run.results for line in _suite(result)]
    tests = sum(max(len(result.findings), 1) for result in run.results)
    failures = sum(map(_failures, run.results))
    return "\n".join([XML, *element("testsuites", suites, name="privacylint", tests=tests, failures=failures)]) + "\n"


def _suite(result: Result) -> list[str]:
    path = from_root(result.path)
    cases = [line for found in result.findings for line in _case(found, path)]
    cases = cases or element("testcase", name="no findings", classname=path)
    return element(
        "testsuite", cases, name=path, tests=max(len(result.findings), 1), failures=_failures(result), errors=0
    )


def _failures(result: Result) -> int:
    return sum(found.severity == "error" for found in result.findings)


def _case(found: Reported, path: str) -> list[str]:
    where = f"{path}:{found.start.line}:{found.start.column}"
    said = f"{where}: {found.message}" + (f" ({found.help})" if found.help else "")
    if found.severity == "error":
        inside = element("failure", said, type=found.rule, message=found.message)
    else:
        inside = element("system-out", f"{found.severity}: {said}")
    return element("testcase", inside, name=f"{found.rule} at {where}", classname=path)
