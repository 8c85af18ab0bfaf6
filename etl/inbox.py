"""The drop folder: a file leaves it once all of it is taken; one with something to confirm or correct waits there."""

from etl.batch import Received
from etl.report import exit_code
from etl.told import say
from programme import wording
from programme.settings import INBOX


def clear_inbox(received: Received) -> None:
    """Deletes the files of the drop folder of which nothing is left to do: nothing personal stays there."""
    done = [path for path, reports in received.items() if INBOX in path.resolve().parents and exit_code(reports) == 0]
    for path in done:
        path.unlink()
    if done:
        told = wording.counted(len(done), "fichier pris sans correction a", "fichiers pris sans correction ont")
        say(f"{told} quitté data/inbox.")
