"""Runs notebooks through nbclient and compares every output with the saved one.

    python notebooks.py [--update] [--kernel NAME] FILE...

The kernel is found as Jupyter finds it (JUPYTER_PATH). Text, streams, errors and execution counts must be equal, and
so must every other form of an output, unless the cell is tagged "varies"; what a comment "// varies: REGEX" in it
matches may differ, as in docs/replay.md. With --update, outputs that differ are
saved; all else in the file stays as it is. Exit code 1 if an output differs (without --update) or a kernel died.
"""

import argparse
import copy
import difflib
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
VARIES = re.compile(r"(?m)^.*?//\s*varies:\s*(\S.*?)\s*$")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--kernel", default="sconce")
    parser.add_argument("--timeout", type=int, default=600, help="seconds that a cell may take")
    parser.add_argument("files", nargs="+", type=Path)
    arguments = parser.parse_args()
    differing = 0
    for file in arguments.files:
        saved = nbformat.read(file, as_version=4)
        nbformat.validate(saved)
        now = run(saved, file, arguments)
        differences = list(compare(file, saved, now, arguments.update))
        if differences and arguments.update:
            nbformat.write(saved, file)
            print("%s: saved the outputs of %d cells" % (file, len(differences)))
        elif differences:
            print("\n".join(differences))
            differing += 1
        else:
            print("%s: %d cells, outputs as saved" % (file, len(code_cells(now))))
    return 1 if differing else 0


def run(saved, file, arguments):
    notebook = copy.deepcopy(saved)
    for cell in code_cells(notebook):
        cell.outputs, cell.execution_count = [], None
    NotebookClient(notebook, kernel_name=arguments.kernel, timeout=arguments.timeout, startup_timeout=120,
                   allow_errors=True, record_timing=False, coalesce_streams=True,
                   resources={"metadata": {"path": str(file.parent)}}).execute()
    return notebook


def compare(file, saved, now, update):
    """Yields a description of each difference; puts what came now into the saved cell."""
    for number, (old, new) in enumerate(zip(code_cells(saved), code_cells(now), strict=True), 1):
        before, after = lines(old), lines(new)
        if "varies" in old.metadata.get("tags", []):
            # What varies is kept as it once was, but an update sees to it that there is something.
            lacking = update and new.outputs and not old.outputs
            if failed(old) == failed(new) and not lacking:
                continue
        elif masked(before, old.source) == masked(after, old.source):
            continue
        old.outputs, old.execution_count = new.outputs, new.execution_count
        first = (old.source.strip().splitlines() or [""])[0]
        diff = difflib.unified_diff(before, after, "saved", "now", lineterm="", n=2)
        yield "%s: code cell %d (%s) `%s`:\n%s" % (file, number, old.get("id", "no id"), first, "\n".join(diff))


def failed(cell):
    return any(output.output_type == "error" for output in cell.outputs)


def masked(texts, source):
    for pattern in VARIES.findall(source):
        texts = [re.sub(pattern, "\u2026", text) for text in texts]
    return texts


def lines(cell):
    """The cell's outputs as lines to compare, streams joined: where a stream is cut in two is chance."""
    result = ["[execution count] %s" % cell.execution_count]
    stream = None
    for output in cell.outputs:
        if output.output_type == "stream":
            if stream == output.name:
                result[-1] += output.text
            else:
                result += ["[%s]" % output.name, output.text]
            stream = output.name
            continue
        stream = None
        if output.output_type == "error":
            result += ["[error]", "%s: %s" % (output.ename, output.evalue), ANSI.sub("", "\n".join(output.traceback))]
            continue
        for form, data in sorted(output.data.items()):
            result += ["[%s %s]" % (output.output_type, form), data if isinstance(data, str) else repr(data)]
    return [line for text in result for line in text.split("\n")]


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


if __name__ == "__main__":
    sys.exit(main())
