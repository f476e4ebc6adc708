"""Loaded by the workers of a test: a letter to a person of this name ends the worker that makes it."""

from __future__ import annotations

import os
import signal

from briefgen.batch import making, remote
from briefgen.batch.making import Site, Task
from briefgen.batch.manifest import Entry

DEADLY = "Deadly Example"


def make(site: Site, task: Task) -> Entry:
    if task.job.contact and task.job.contact.name == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return making.make(site, task)


remote.make = make
