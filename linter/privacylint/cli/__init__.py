"""
The commands: one file each, and the file name is the command.

A command is a module with `arguments(parser)`, which declares its options, and `run(options) -> int`, which gives the
exit code: 0 nothing to complain about, 1 findings, 2 the user's mistake, 3 a fault of our own. Only the module of the
command that is run is imported. A file whose name starts with an underscore is a part that several commands share.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from privacylint.cli import _answers
from privacylint.cli._mistake import Mistake

# nothing else is imported here: an answer that is known already is given before anything is loaded
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from privacylint.cli._parser import Parser

_INTERRUPTED = 130
_AT_LENGTH = ("lsp",)
"""Commands that start once and stay, with libraries that read the annotations which a short run spares itself."""
_MACHINE = ("EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "EFBIG", "EIO", "ENOMEM", "EMFILE", "ENFILE")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `privacylint` with the arguments `argv` and give its exit code."""
    _forgive_the_console()
    try:
        # a program that calls this may have altered anything, so only the command itself uses its memory
        code = _answers.given(sys.argv[1:], _run) if argv is None else _run(argv)
        sys.stdout.flush()
        return code
    except Mistake as mistake:
        return _complain(str(mistake), 2)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _forget_what_is_left()
        return 0
    except OSError as error:
        _forget_what_is_left()
        return _of_the_machine(error)
    except (Exception, SystemExit) as fault:
        return _fault(fault)


def commands() -> list[str]:
    """The names of the commands, without importing one of them."""
    names = (entry.name for entry in os.scandir(__path__[0]))
    return sorted(name[:-3] for name in names if name.endswith(".py") and name[0] != "_")


def parser_of(names: Iterable[str]) -> Parser:
    """The parser that knows the commands `names`."""
    from privacylint import __version__
    from privacylint.cli._parser import Parser

    parser = Parser(prog="privacylint", description="Lints privacy policies written in Markdown.")
    parser.add_argument("--version", action="version", version=f"privacylint {__version__}")
    parsers = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for name in names:
        command = import_module(f"{__name__}.{name}")
        about = (command.__doc__ or "").strip()
        page = parsers.add_parser(name, help=about.split("\n", 1)[0].partition(":")[0].rstrip("."), description=about)
        command.arguments(page)
        page.set_defaults(run=command.run)
    return parser


def _run(argv: Sequence[str]) -> int:
    from privacylint import kept, regexes
    from privacylint.cli import _later, _near, _tuples

    kept.switch.off = "--no-cache" in argv
    if not argv:
        parser_of(commands()).print_help(sys.stderr)
        return 2
    known = commands()
    if argv[0].startswith("-"):
        names = known if argv[0] in ("-h", "--help") else []
    elif argv[0] in known:
        names = [argv[0]]
    else:
        raise _no_command(argv[0], known)
    if names:
        _near.look_near()
        if argv[0] not in _AT_LENGTH:
            _later.put_off()
            _tuples.make_quickly()
        regexes.remember()
    try:
        options = parser_of(names).parse_args(argv)
    except SystemExit as done:
        # --help and --version end this way
        return int(done.code or 0)
    code: int = options.run(options)
    for name in ("store", "regexes"):
        memory = sys.modules.get(f"privacylint.{name}")
        if memory:
            memory.save()
    return code


def _no_command(word: str, known: list[str]) -> Mistake:
    if os.path.lexists(word):
        return Mistake(f'unknown command "{word}"; to lint that file: privacylint check {word}')
    from privacylint.cli._parser import unknown

    return unknown("command", word, known)


def _forgive_the_console() -> None:
    # a console that cannot show a character gets it escaped: a report must not end in a traceback
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _forget_what_is_left() -> None:
    # nobody takes it: what is still buffered must not raise again when the interpreter flushes
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), sys.__stdout__.fileno() if sys.__stdout__ else 1)


def _of_the_machine(error: OSError) -> int:
    """A disk that is full, a folder nobody may write to: neither a mistake in privacylint nor a finding."""
    import errno

    if error.errno not in {getattr(errno, name, None) for name in _MACHINE}:
        return _fault(error)
    what = f"cannot write {error.filename}" if error.filename else "cannot write"
    return _complain(f"{what}: {(error.strerror or 'unknown reason').lower()}", 2)


def _fault(fault: BaseException) -> int:
    # when the module was never imported, the fault cannot be of its kind
    files = sys.modules.get("privacylint.yaml_nodes")
    if files and isinstance(fault, files.DataError):
        return _complain(str(fault), 2)
    if os.environ.get("PRIVACYLINT_DEBUG"):
        import traceback

        traceback.print_exc()
    said = " ".join(f"{type(fault).__name__}: {fault}".split())
    return _complain(f"internal error, please report it (PRIVACYLINT_DEBUG=1 shows where): {said}", 3)


def _complain(message: str, code: int) -> int:
    from privacylint.cli._say import say

    say(message)
    return code
