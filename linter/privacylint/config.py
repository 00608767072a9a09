"""
The configuration: `privacylint.yaml` or `[tool.privacylint]` in `pyproject.toml`, checked to the last key.

Layers are laid over one another: the presets and files of `extends` from left to right, the file itself, the command
line. `rules` and `facts` are merged key by key; `overrides`, `rule_files`, `never_ignore` and `required_plugins` add
up; every other key replaces what was there. Nothing a configuration says runs code or reaches outside its tree.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from privacylint import tree
from privacylint.rule import FAMILIES, SEVERITIES, Rule
from privacylint.shapes import (
    FLAG,
    NOTHING,
    TEXT,
    Shape,
    either,
    filled,
    list_of,
    listed,
    map_of,
    mapping,
    one_of,
    one_or_more,
    suggestion,
    text,
    whole,
)
from privacylint.source import Source
from privacylint.yaml_nodes import DataError, Node, parse_yaml, quoted, read_text

if TYPE_CHECKING:
    from datetime import date

NAMES = ("privacylint.yaml", "privacylint.yml", "pyproject.toml")
"""The files a configuration may stand in, the first one of a folder counts."""
PRESETS: Mapping[str, Mapping[str, Any]] = {
    # every rule at its own severity, those that are off by default off
    "recommended": {"fail_on": "error"},
    # every rule there is, and warnings fail too
    "strict": {"rules": {"all": "on"}, "fail_on": "warning"},
}
LEVELS = (*SEVERITIES, "on", "off")
ALL = "all"
"""Stands for every rule wherever a rule or family may be named."""
COMMAND_LINE = "command line"
_MOST_FILES = 32


class ConfigError(DataError):
    """A mistake in the configuration: `file:line:column: message`, with an `excerpt()`."""


class PolicyFiles(NamedTuple):
    """A policy and the files read together with it; every path can be opened from the current folder."""

    path: str
    companions: tuple[str, ...] = ()
    translations: Mapping[str, str] = {}


class Override(NamedTuple):
    """Levels of rules and families for the files that one of the patterns `paths` means."""

    paths: tuple[str, ...]
    rules: Mapping[str, str]


class Mention(NamedTuple):
    """A name somebody wrote that only loaded plugins can tell right from wrong. `kind`: rule, regime or plugin."""

    kind: str
    name: str
    node: Node | None


class Config(NamedTuple):
    """What was configured. `path` is the file, `root` the folder that patterns and names count from.

    `regimes` is None for auto: the laws the policy itself speaks to. `rules` maps rules, families and "all" to a level.
    `select` and `ignore` come from files, `only` and `without` from the command line, where they have the last word.
    `origins` says for each key (`rules.vague-retention`) where its value comes from: `file:line`, `preset strict`,
    `default` or `command line`.
    """

    path: Path | None = None
    root: Path = Path()
    regimes: tuple[str, ...] | None = None
    policies: tuple[PolicyFiles, ...] = ()
    facts: Mapping[str, Any] = {}
    rules: Mapping[str, str] = {}
    rule_files: tuple[Path, ...] = ()
    baseline: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = "error"
    as_of: date | None = None
    never_ignore: tuple[str, ...] = ()
    anchors: str = "github"
    template_syntax: tuple[tuple[str, str], ...] = ()
    required_plugins: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    origins: Mapping[str, str] = {}
    mentions: tuple[Mention, ...] = ()

    def companions_of(self, path: str) -> tuple[str, ...]:
        """The files that are read together with a policy."""
        return self._declared(path).companions

    def translations_of(self, path: str) -> Mapping[str, str]:
        """The files that hold a policy in other languages, by language."""
        return self._declared(path).translations

    def _declared(self, path: str) -> PolicyFiles:
        if not self.policies:
            return PolicyFiles(path)
        here = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links
        return next((one for one in self.policies if os.path.abspath(one.path) == here), PolicyFiles(path))  # noqa: PTH100

    def excludes(self, path: str) -> bool:
        """Whether a file is left out of every run."""
        return bool(self.exclude) and _any_matches(self.exclude, tree.relative(self.root, path))


# --- what a file may hold --------------------------------------------------------------------------------------------


def _filled(node: Node | None) -> bool:
    return node is not None and isinstance(node.value, str) and bool(node.value.strip())


def _level(node: Node) -> str:
    if isinstance(node.value, bool):
        # YAML 1.1 and TOML write "on" and "off" so
        return "on" if node.value else "off"
    return str(node.value)


def _day(value: str) -> str | None:
    from privacylint.days import day_of

    return None if day_of(value) else f"{quoted(value)} is no date, write it as 2025-01-31"


def _language(key: str) -> str | None:
    good = key.isascii() and key.replace("-", "").isalnum() and key[:1].isalpha() and len(key) <= 20
    return None if good else f"{quoted(key)} is no language, write it as de or pt-BR"


_NAMES = list_of(filled("name"))
_PATHS = list_of(filled("path"))
_RULES = map_of(either(one_of(*LEVELS, what="level"), FLAG)._replace(expected=listed(LEVELS)))
_RECIPIENT = either(filled("name"), Shape("a mapping with a name", lambda node: bool(_filled(node.get("name")))))
RECIPIENTS = list_of(_RECIPIENT)
_FACTS = mapping(
    optional={
        "controller": filled("name"),
        "minimum_age": whole(0, 120),
        "hosting": mapping(optional={"places": list_of(TEXT), "providers": list_of(TEXT)}),
        "contacts": map_of(filled("address")),
        "recipients": either(filled("path"), RECIPIENTS),
    }
)
_POLICY = either(
    filled("path"),
    mapping(
        required={"path": filled("path")},
        optional={"companions": _PATHS, "translations": map_of(filled("path"), _language)},
        what="a policy",
    ),
)
SHAPE: Shape = either(
    mapping(
        optional={
            "extends": one_or_more(filled("name")),
            "regimes": one_or_more(filled("name")),
            "policies": list_of(_POLICY),
            "facts": _FACTS,
            "rules": _RULES,
            "rule_files": _PATHS,
            "baseline": filled("path"),
            "select": _NAMES,
            "ignore": _NAMES,
            "overrides": list_of(mapping(required={"paths": _PATHS, "rules": _RULES}, what="an override")),
            "exclude": _PATHS,
            "fail_on": one_of(*SEVERITIES, "never"),
            "as_of": text(_day),
            "never_ignore": _NAMES,
            "anchors": one_of("github", "gitlab", "mkdocs", "docusaurus"),
            "template_syntax": list_of(list_of(filled("mark"), least=2, most=2)),
            "required_plugins": _NAMES,
        }
    ),
    NOTHING,
)._replace(expected="a mapping")
ABOUT: Mapping[str, str] = {
    "extends": "Presets (recommended, strict) and files of your own that this one is laid over, from left to right.",
    "regimes": "The laws every policy is held against, or auto: those the policy itself speaks to.",
    "policies": "The policies, each with the files that are read together with it.",
    "facts": "The truth the text must agree with.",
    "rules": "Levels of rules, families or all: error, warning, info, on or off.",
    "rule_files": "Your own rules in YAML: files or patterns.",
    "baseline": "The file of accepted findings, which `privacylint baseline` writes.",
    "select": "Only these rules or families.",
    "ignore": "Without these rules or families.",
    "overrides": "Levels that hold for some files only.",
    "exclude": "Files that are never linted, also when they are named on the command line.",
    "fail_on": "The severity from which the exit code is 1.",
    "as_of": "The day to judge by, in place of today.",
    "never_ignore": "Rules that no comment and no baseline can silence.",
    "anchors": "Whose rules make the anchors of headings.",
    "template_syntax": "Pairs of marks around what a template fills in, such as {{ and }}.",
    "required_plugins": "Plugins without which nothing may run.",
}
"""What each key is for, in one sentence."""


def json_schema() -> dict[str, Any]:
    """The JSON schema of a configuration file, for editors; the file's own checks say more."""
    keys = {key: {"description": ABOUT[key], **shape.schema} for key, shape in SHAPE.keys.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "privacylint.yaml",
        "type": ["object", "null"],
        "properties": keys,
        "additionalProperties": False,
    }


_MERGED = ("rules", "facts")
_ADDED = ("overrides", "rule_files", "never_ignore", "required_plugins")


# --- reading ---------------------------------------------------------------------------------------------------------


def find(start: Path) -> Path | None:
    """The nearest configuration in `start` or above, up to the git root; None when there is none."""
    start = Path(os.path.abspath(start))  # noqa: PTH100 - resolve() would follow links
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file() and (name != "pyproject.toml" or _has_table(folder / name)):
                return folder / name
        if (folder / ".git").exists():
            break
    return None


def load(path: Path | str | None, overrides: Mapping[str, Any] | None = None) -> Config:
    """The configuration of a file, or the defaults when `path` is None, with the command line laid over it.

    `overrides`: regimes, select, ignore (lists of names), rules (name to level), fail_on, as_of (a date). Raises
    `ConfigError` for any mistake in the file or in one that it extends.
    """
    try:
        if path is None:
            return _with_command_line(_built([], Path.cwd(), None), overrides or {})
        file = Path(path)
        source, folder = read_text(_shown(file)), Path(os.path.abspath(file)).parent  # noqa: PTH100
        layers = list(_Reader(tree.tree_of(folder)).layers(_root_node(source), file, (os.path.realpath(file),)))
        return _with_command_line(_built(layers, folder, file), overrides or {})
    except ConfigError:
        raise
    except DataError as error:
        raise ConfigError(error.message, error.source, error.span, error.path) from None


class _Layer(NamedTuple):
    node: Node
    folder: Path
    tree: Path
    preset: str = ""

    def origin(self, place: Node, key: str | None = None) -> str:
        if self.preset:
            return f"preset {self.preset}"
        span = place.keys.get(key, place.span) if key is not None else place.span
        return f"{place.source.path}:{place.source.place(span.start).line}"


class _Reader:
    """Reads a configuration and what it extends; a file is never inside itself, and there are not too many."""

    def __init__(self, within: Path) -> None:
        self.tree = within
        self.count = 0

    def layers(self, node: Node, file: Path, inside: tuple[str, ...]) -> Iterator[_Layer]:
        """The layers of one file, the lowest first."""
        SHAPE.check(node)
        folder = Path(os.path.abspath(file)).parent  # noqa: PTH100
        extends = node.get("extends")
        names = list(extends.entries()) if extends else []
        if extends is None and len(inside) == 1:
            yield _preset("recommended")
        for entry in names:
            if entry.value in PRESETS:
                yield _preset(entry.value)
            elif "/" in entry.value or entry.value.endswith((".yaml", ".yml", ".toml")):
                yield from self._extended(entry, folder, inside)
            else:
                raise entry.error(f"unknown preset {quoted(entry.value)}{suggestion(entry.value, PRESETS)}")
        yield _Layer(node, folder, self.tree)

    def _extended(self, entry: Node, folder: Path, inside: tuple[str, ...]) -> Iterator[_Layer]:
        file = _placed(entry, lambda: tree.existing(self.tree, folder, entry.value))
        real = os.path.realpath(file)
        if real in inside:
            raise entry.error(f"{quoted(entry.value)} extends itself")
        self.count += 1
        if self.count > _MOST_FILES:
            raise entry.error(f"extends more than {_MOST_FILES} files")
        shown = Path(_openable(file))
        yield from self.layers(_root_node(read_text(shown)), shown, (*inside, real))


def _preset(name: str) -> _Layer:
    from privacylint.toml_nodes import node_of

    source = Source(f"preset {name}", "")
    return _Layer(node_of(_plain(PRESETS[name]), source, {}), Path(), Path(), name)


def _plain(value: Any) -> Any:
    return {key: _plain(inner) for key, inner in value.items()} if isinstance(value, Mapping) else value


def _root_node(source: Source) -> Node:
    if not source.path.endswith(".toml"):
        return parse_yaml(source)
    from privacylint.toml_nodes import parse_toml

    node = parse_toml(source, "tool", "privacylint")
    return Node(source, None, DataError("").span) if node is None else node


def _has_table(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            head = stream.read(1_000_000)
        return b"privacylint" in head and _root_node(read_text(file)).value is not None
    except DataError:
        # somebody else's mistake, unless the table is there to see
        return b"[tool.privacylint" in head
    except OSError:
        return False


def _placed(node: Node, look: Callable[[], Any]) -> Any:
    try:
        return look()
    except tree.Outside as problem:
        raise node.error(f"{quoted(node.value)}: {problem}") from None


def _shown(file: Path) -> Path:
    # the nearest configuration was looked for by absolute paths; messages name it as seen from here
    here = Path.cwd()
    near = file.is_absolute() and (here in file.parents or file.parent in here.parents)
    return Path(_openable(file)) if near else file


def _openable(file: Path) -> str:
    try:
        return os.path.relpath(file)
    except ValueError:
        # another drive
        return str(file)


# --- from layers to values -------------------------------------------------------------------------------------------


class _Written(NamedTuple):
    node: Node
    layer: _Layer


def _built(layers: list[_Layer], folder: Path, path: Path | None) -> Config:
    layers = layers or [_preset("recommended")]
    values: dict[str, list[_Written]] = {}
    origins: dict[str, str] = {}
    for layer in layers:
        for key, node in layer.node.items():
            if key not in (*_MERGED, *_ADDED):
                values.pop(key, None)
            values.setdefault(key, []).append(_Written(node, layer))
            origins[key] = layer.origin(layer.node, key)
            for name, _ in node.items() if key in _MERGED else ():
                origins[f"{key}.{name}"] = layer.origin(node, name)
    config = Config(path=path, root=folder, **{key: _READERS[key](values[key]) for key in _READERS if key in values})
    for key in _READERS:
        origins.setdefault(key, "default")
    return config._replace(origins=origins, mentions=tuple(_mentions(values)))


def _last_value(written: list[_Written]) -> Any:
    return written[-1].node.data()


def _as_of(written: list[_Written]) -> date | None:
    from privacylint.days import day_of

    return day_of(_last_value(written))


def _names(written: list[_Written]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.value for inner in written for entry in inner.node.entries()))


def _regimes(written: list[_Written]) -> tuple[str, ...] | None:
    names = _names(written)
    if "auto" in names and len(names) > 1:
        raise written[-1].node.error('"auto" stands alone, it means the laws the policy speaks to')
    return None if names == ("auto",) else names


def _policies(written: list[_Written]) -> tuple[PolicyFiles, ...]:
    layer = written[-1].layer

    def path(node: Node) -> str:
        return _openable(_placed(node, lambda: tree.inside(layer.tree, layer.folder, node.value)))

    def policy(node: Node) -> PolicyFiles:
        companions, translations = node.get("companions"), node.get("translations")
        return PolicyFiles(
            path(node.get("path") or node),
            tuple(path(entry) for entry in companions.entries()) if companions else (),
            {key: path(entry) for key, entry in translations.items()} if translations else {},
        )

    return tuple(policy(entry) for entry in written[-1].node.entries())


def _facts(written: list[_Written]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for node, layer in written:
        for key, inner in node.items():
            facts[key] = inner.data()
            if key == "recipients" and isinstance(inner.value, str):
                facts[key] = _openable(_one_path(inner, layer))
    return facts


def _one_path(node: Node, layer: _Layer) -> Path:
    found: Path = _placed(node, lambda: tree.inside(layer.tree, layer.folder, node.value))
    return found


def _levels(written: list[_Written]) -> dict[str, str]:
    return {key: _level(inner) for node, _ in written for key, inner in node.items()}


def _rule_files(written: list[_Written]) -> tuple[Path, ...]:
    found = [file for node, layer in written for entry in node.entries() for file in _meant(entry, layer)]
    return tuple(Path(_openable(file)) for file in dict.fromkeys(found))


def _meant(node: Node, layer: _Layer) -> list[Path]:
    files: list[Path] = _placed(node, lambda: tree.files(layer.tree, layer.folder, node.value))
    if not files:
        # a pattern that checks nothing must not look like a clean result
        raise node.error(f"{quoted(node.value)} means no file")
    return files


def _overrides(written: list[_Written]) -> tuple[Override, ...]:
    return tuple(
        Override(tuple(entry.data()["paths"]), _levels([_Written(entry.nearest("rules"), layer)]))
        for node, layer in written
        for entry in node.entries()
    )


_READERS: Mapping[str, Callable[[list[_Written]], Any]] = {
    "regimes": _regimes,
    "policies": _policies,
    "facts": _facts,
    "rules": _levels,
    "rule_files": _rule_files,
    "baseline": lambda written: Path(_openable(_one_path(*written[-1]))),
    "select": _names,
    "ignore": _names,
    "overrides": _overrides,
    "exclude": _names,
    "fail_on": _last_value,
    "as_of": _as_of,
    "never_ignore": _names,
    "anchors": _last_value,
    "template_syntax": lambda written: tuple((left, right) for left, right in _last_value(written)),
    "required_plugins": _names,
}


def _mentions(values: Mapping[str, list[_Written]]) -> Iterator[Mention]:
    kinds = dict.fromkeys(("select", "ignore", "never_ignore"), "rule")
    kinds |= {"regimes": "regime", "required_plugins": "plugin"}
    for key, written in values.items():
        for node, _ in written:
            if key in kinds:
                yield from (Mention(kinds[key], entry.value, entry) for entry in node.entries())
            elif key == "rules":
                yield from _mentioned_keys(node)
            elif key == "overrides":
                for entry in node.entries():
                    yield from _mentioned_keys(entry.nearest("rules"))


def _mentioned_keys(node: Node) -> Iterator[Mention]:
    for key, inner in node.items():
        yield Mention("rule", key, Node(node.source, key, node.keys.get(key, inner.span)))


# --- the command line ------------------------------------------------------------------------------------------------


def _with_command_line(config: Config, given: Mapping[str, Any]) -> Config:
    fields: dict[str, Any] = {}
    mentions = [mention for mention in config.mentions if mention.kind != "regime" or not given.get("regimes")]
    for key, value in given.items():
        if value is None:
            continue
        if key == "regimes":
            fields["regimes"] = None if "auto" in value else tuple(value)
            mentions += [Mention("regime", name, None) for name in value]
        elif key in ("select", "ignore"):
            fields["only" if key == "select" else "without"] = tuple(value)
            mentions += [Mention("rule", name, None) for name in value]
        elif key == "rules":
            fields["overrides"] = (*config.overrides, Override(("**",), _checked_levels(value)))
            mentions += [Mention("rule", name, None) for name in value]
        elif key in ("fail_on", "as_of"):
            fields[key] = value
        else:
            raise TypeError(f"the command line cannot set {key!r}")
    origins = {**config.origins, **{key: COMMAND_LINE for key, value in given.items() if value is not None}}
    origins.update({f"rules.{name}": COMMAND_LINE for name in given.get("rules") or ()})
    return config._replace(**fields, origins=origins, mentions=tuple(mentions))


def _checked_levels(rules: Mapping[str, str]) -> dict[str, str]:
    for level in rules.values():
        if level not in LEVELS:
            raise ConfigError(f"unknown level {quoted(level)}{suggestion(level, LEVELS)}", path=COMMAND_LINE)
    return dict(rules)


# --- after the plugins are loaded ------------------------------------------------------------------------------------


def validate(
    config: Config,
    rule_names: Iterable[str],
    families: Iterable[str] = FAMILIES,
    regime_names: Iterable[str] = (),
    plugin_names: Iterable[str] | None = None,
) -> None:
    """Raise `ConfigError` for the first rule, family, law or required plugin that does not exist."""
    known = {
        "rule": (*rule_names, *families, ALL),
        "regime": ("auto", *regime_names),
        "plugin": None if plugin_names is None else tuple(plugin_names),
    }
    sets = {kind: frozenset(names) for kind, names in known.items() if names is not None}
    words = {"rule": "unknown rule or family", "regime": "unknown law", "plugin": "required plugin is not installed:"}
    for kind, name, node in config.mentions:
        if kind in sets and name not in sets[kind]:
            message = f"{words[kind]} {quoted(name)}{suggestion(name, known[kind] or ())}"
            raise ConfigError(message, node.source, node.span) if node else ConfigError(message, path=COMMAND_LINE)


def severity_of(config: Config, rule: Rule, path: str) -> str | None:
    """The severity of a rule for a file; None when it is off.

    A rule is on unless its `default` is false. Then the levels of `rules` and of each override that fits the path:
    "all" first, then the family, then the rule itself; `error`, `warning` and `info` for a rule by name turn it on, for
    a family they only set how severe it is. `select` keeps what it names and turns it on, unless `rules` says off;
    `ignore` drops; the more specific of the two wins, `ignore` in a draw. The command line's own come last and win.
    The engine's own rules stay on whatever is selected.
    """
    level = rule.severity
    asked: bool | None = None
    for levels in _levels_for(config, path):
        for name in (ALL, rule.family, rule.id):
            setting = levels.get(name)
            if setting in SEVERITIES:
                level = setting
            if setting in ("on", "off") or (setting and name == rule.id):
                asked = setting != "off"
    on = rule.default if asked is None else asked
    if asked is not False:
        on = _chosen(config.select, config.ignore, rule, on)
    return level if _chosen(config.only, config.without, rule, on) else None


def _levels_for(config: Config, path: str) -> Iterator[Mapping[str, str]]:
    yield config.rules
    if config.overrides:
        shown = tree.relative(config.root, path)
        yield from (override.rules for override in config.overrides if _any_matches(override.paths, shown))


def _chosen(select: tuple[str, ...], ignore: tuple[str, ...], rule: Rule, on: bool) -> bool:
    chosen, dropped = _rank(select, rule), _rank(ignore, rule)
    if dropped and dropped >= chosen:
        return False
    if chosen:
        return True
    return on and (not select or rule.family == "engine")


def _rank(names: tuple[str, ...], rule: Rule) -> int:
    for rank, name in ((3, rule.id), (2, rule.family), (1, ALL)):
        if name in names:
            return rank
    return 0


def _any_matches(patterns: tuple[str, ...], path: str) -> bool:
    return any(tree.matches(pattern, path) for pattern in patterns)
