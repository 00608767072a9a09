"""The one exception that is not our fault; in a file of its own, so that whoever catches it imports nothing else."""


class Mistake(Exception):
    """A mistake of the user: the message is one line, the exit code 2."""
