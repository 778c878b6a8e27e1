"""Makes a private Python environment, once, and prints the path of its interpreter.

    python3 .build/environment.py lab       JupyterLab, for ./sconce notebook
    python3 .build/environment.py client    jupyter_client, jupyter_kernel_test and nbclient, for the kernel's tests

Environments are in $XDG_CACHE_HOME/sconce (~/.cache/sconce), named after what is in them: other versions in
requirements.txt or another Python give another environment. With --find, prints nothing and exits with 1 where
there is none yet.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

MINIMUM = (3, 10)
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
PACKAGES = {"lab": ["jupyterlab"], "client": ["jupyter_client", "jupyter_kernel_test", "nbclient", "nbformat"]}
TITLES = {"lab": "a private JupyterLab", "client": "a Jupyter client for the tests"}


def main(name, find=False):
    if sys.version_info < MINIMUM:
        sys.exit("sconce: Python %d.%d is too old: get Python %d.%d or newer and put its python3 on PATH"
                 % (sys.version_info[:2] + MINIMUM))
    folder = place(name)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not complete(folder, python):
        if find:
            sys.exit(1)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with alone(folder.with_name(name + ".lock")):
            if not complete(folder, python):
                make(name, folder, python)
    print(python)


def place(name):
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    key = REQUIREMENTS.read_bytes() + ("%s %d.%d" % ((sys.prefix,) + sys.version_info[:2])).encode()
    return cache / "sconce" / ("%s-%s" % (name, hashlib.sha256(key).hexdigest()[:12]))


def complete(folder, python):
    # The mark is made last: an environment whose making was cut short has none.
    return (folder / "complete").exists() and os.access(python, os.X_OK)


def make(name, folder, python):
    shutil.rmtree(folder, ignore_errors=True)
    with Progress(TITLES[name], folder) as progress:
        run([sys.executable, "-m", "venv", str(folder)], progress)
        run([str(python), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off",
             "-c", str(REQUIREMENTS)] + PACKAGES[name], progress)
        if name == "lab":
            quiet(folder)
        (folder / "complete").touch()


def quiet(folder):
    """No question about news and no look for updates: versions are pinned, and the first thing to see is a notebook."""
    settings = folder / "share/jupyter/lab/settings"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(
        '{"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}\n')


def run(command, progress):
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, errors="replace")
    lines = []
    for line in process.stdout:
        lines.append(line.strip())
        if line.startswith(("Collecting", "Downloading", "Installing")):
            progress.doing = " ".join(line.split()[:2])
    if process.wait() != 0:
        progress.end()
        sys.exit("sconce: " + reason("\n".join(lines)))


def reason(output):
    if "ensurepip" in output or "No module named venv" in output:
        return "Python's venv is missing: install it (apt install python3-venv), then try again"
    errors = [line for line in output.splitlines() if line.startswith("ERROR: ")] or output.splitlines()[-1:]
    return ("pip could not install what is needed (%s); try again with a connection, or install it yourself: "
            "pip install jupyterlab" % "".join(errors[:1]).removeprefix("ERROR: "))


@contextmanager
def alone(path):
    """One process at a time; the lock ends with its process."""
    with open(path, "w") as file:
        if os.name != "nt":
            import fcntl
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


class Progress:
    """Says on standard error what is being done: on a terminal in one line that is rewritten."""

    def __init__(self, what, folder):
        self.what, self.folder = what, folder
        self.doing, self.start, self.ended = "starting", time.monotonic(), threading.Event()
        self.terminal = sys.stderr.isatty()

    def __enter__(self):
        threading.Thread(target=self.tick, daemon=True).start()
        return self

    def __exit__(self, kind, error, traceback):
        self.end()
        if kind is None:
            print("sconce: made %s in %d s, in %s" % (self.what, self.seconds(), self.folder), file=sys.stderr)

    def tick(self):
        pause = 2
        while not self.ended.wait(pause):
            line = "sconce: making %s, once: %s (%d s)" % (self.what, self.doing, self.seconds())
            print("\r\033[K" + line[:os.get_terminal_size(2).columns - 1] if self.terminal else line,
                  end="" if self.terminal else "\n", file=sys.stderr, flush=True)
            pause = 1 if self.terminal else 5

    def seconds(self):
        return time.monotonic() - self.start

    def end(self):
        self.ended.set()
        if self.terminal:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], "--find" in sys.argv[2:])
