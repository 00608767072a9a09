"""
The hooks of privacylint and how a plugin is asked: rules, extractors, disclosures, regimes, words and reports.

They are pluggy's hooks. A plugin of plain functions, which is nearly every one, is asked directly, because importing
pluggy takes longer than asking; one that uses more of pluggy (options, methods) is asked through it, with a manager of
its own, so that the fault of one plugin cannot reach another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import FunctionType
from typing import Any, TypeVar, overload

from privacylint.claims import Extractor
from privacylint.rule import Disclosure, Regime, Rule

PROJECT = "privacylint"
_MARK = f"{PROJECT}_impl"
_PLAIN = {**dict.fromkeys(("wrapper", "hookwrapper", "optionalhook", "tryfirst", "trylast"), False), "specname": None}

Render = Callable[..., str]
Ask = Callable[[str], list[Any]]
"""What a plugin answers to the hook of a name; nothing where it has no such hook."""
Function = TypeVar("Function", bound=Callable[..., Any])


class Hooks:
    """The doors of privacylint. Each hook returns values, or a folder from which they are read."""

    def privacylint_rules(self) -> Iterable[Rule] | Path:  # type: ignore[empty-body]
        """Rules: values, or a folder `<family>/<id>.py|yaml` that is walked."""

    def privacylint_extractors(self) -> Iterable[Extractor] | Path:  # type: ignore[empty-body]
        """Extractors: values, or a folder of modules that is walked."""

    def privacylint_disclosures(self) -> Iterable[Disclosure] | Path:  # type: ignore[empty-body]
        """Disclosures: values, or a folder `<topic>.yaml`."""

    def privacylint_regimes(self) -> Iterable[Regime] | Path:  # type: ignore[empty-body]
        """Laws: values, or a folder `<id>.yaml`."""

    def privacylint_words(self) -> Mapping[str, Mapping[str, Iterable[str]]]:  # type: ignore[empty-body]
        """Word lists for the phrase language, by language: `{"en": {"child": ["child~", "minor~"]}}`."""

    def privacylint_reports(self) -> Mapping[str, Render]:  # type: ignore[empty-body]
        """Output formats: name to `render(run, *, color: bool) -> str`."""


@overload
def hookimpl(function: Function) -> Function: ...
@overload
def hookimpl(**options: Any) -> Callable[[Function], Function]: ...
def hookimpl(function: Any = None, **options: Any) -> Any:
    """Mark a function as the answer to the hook of its name, as `pluggy.HookimplMarker` does."""
    if function is None or options:
        import pluggy

        return pluggy.HookimplMarker(PROJECT)(function, **options)
    setattr(function, _MARK, dict(_PLAIN))
    return function


def plugged(plugin: Any, name: str) -> Ask:
    """How a plugin, a module or another object, is asked. Raises what pluggy raises, or ValueError, for no plugin."""
    functions = _functions(plugin)
    if functions is None:
        return _through_pluggy(plugin, name)

    def ask(hook: str) -> list[Any]:
        answer = functions[hook]() if hook in functions else None
        return [] if answer is None else [answer]

    return ask


def _marked(plugin: Any) -> dict[str, Any]:
    found = {name: getattr(plugin, name) for name in dir(plugin) if name.startswith(f"{PROJECT}_")}
    return {name: value for name, value in found.items() if hasattr(value, _MARK)}


def _functions(plugin: Any) -> dict[str, Callable[[], Any]] | None:
    """The hooks of a plugin that are plain functions; None when anything about them is out of the ordinary."""
    found = {}
    for name, function in _marked(plugin).items():
        plain = isinstance(function, FunctionType) and not function.__code__.co_argcount
        if not plain or not hasattr(Hooks, name) or any(getattr(function, _MARK).values()):
            return None
        found[name] = function
    return found


def _through_pluggy(plugin: Any, name: str) -> Ask:
    import pluggy

    manager = pluggy.PluginManager(PROJECT)
    for hook in vars(Hooks).values():
        if isinstance(hook, FunctionType):
            pluggy.HookspecMarker(PROJECT)(hook)
    manager.add_hookspecs(Hooks)
    manager.register(plugin, name=name)
    manager.check_pending()
    for hook in _marked(plugin):
        if not hasattr(Hooks, hook):
            raise ValueError(f"unknown hook {hook!r}")

    def ask(hook: str) -> list[Any]:
        return list(getattr(manager.hook, hook)())

    return ask
