#!/usr/bin/env python3
"""Our Jupyter kernel beside ipykernel, on the same machine in the same minutes: A B A B.

    bench/kernel.py [--rounds N] [--only ROW,...] [--list]

Needs a build (./sconce makes one) and a Python with ipykernel; rows that load the library need torch beside it, and say
so where it is missing. One JSON line for each row and side: `name`, `side` (`sconce` or `ipykernel`), `median_us`,
`min_us`, `repeats`, and `goal`, the ratio that is wanted of the medians. Memory rows have `mb` in the place of the times.
"""
import argparse
import hashlib
import hmac
import importlib.util
import json
import os
import random
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from datetime import datetime, timezone
from pathlib import Path

import zmq

HOME = Path(__file__).resolve().parent.parent
PATIENCE = 120
MARK = b"<IDS|MSG>"
# Below those that the system gives to outgoing connections: one that is tried until the kernel listens might get its own
# target's port, and be connected to itself.
PORTS = (20000, 32000)

# The same work in both languages.
CODE = {
    "sconce": {
        "tensor": "Torch.ones(2, 3)",
        "declarations": "".join(f"int d{{n}}_{i} = {i};\n" for i in range(50)),
        "class": "class C{n} {{\n    int x = {n};\n    int a() {{ return x; }}\n    int b(int y) {{ return x + y; }}\n"
                 "    String c() {{ return \"c\" + x; }}\n    double d(double z) {{ return z * x; }}\n"
                 "    void e() {{ x++; }}\n}}",
        "variable": "var v{n} = {n};",
        "complete": "\"abc\".",
        "inspect": ("\"abc\".substring(1)", 12),
        "lines": "for (int i = 0; i < {n}; i++) System.out.println(\"line \" + i);",
    },
    "ipykernel": {
        "tensor": "import torch\ntorch.ones(2, 3)",
        "declarations": "".join(f"d{{n}}_{i} = {i}\n" for i in range(50)),
        "class": "class C{n}:\n    def __init__(self): self.x = {n}\n    def a(self): return self.x\n"
                 "    def b(self, y): return self.x + y\n    def c(self): return f\"c{{self.x}}\"\n"
                 "    def d(self, z): return z * self.x\n    def e(self): self.x += 1",
        "variable": "v{n} = {n}",
        "complete": "\"abc\".",
        "inspect": ("\"abc\".zfill(1)", 9),
        "lines": "for i in range({n}): print(\"line\", i)",
    },
}


class NoAnswer(Exception):
    """The kernel has not answered, or has ended: its ports were free when they were chosen, and were not later."""


def free_port(taken):
    """Asked of a plain socket: one of ZeroMQ's is closed a little later, and may swallow what is meant for the kernel."""
    while True:
        port = random.randrange(*PORTS)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        if port not in taken.values():
            return port


class Kernel:
    """A kernel that was just started, and a client of its own that costs little."""

    def __init__(self, command):
        self.folder = tempfile.TemporaryDirectory(prefix="bench-kernel-")
        self.key = secrets.token_hex(16).encode()
        context = zmq.Context.instance()
        self.sockets = {}
        ports = {}
        for channel, kind in (("shell", zmq.DEALER), ("iopub", zmq.SUB), ("control", zmq.DEALER)):
            ports[channel] = free_port(ports)
            self.sockets[channel] = context.socket(kind)
        for channel in ("stdin", "hb"):
            ports[channel] = free_port(ports)
        file = os.path.join(self.folder.name, "connection.json")
        with open(file, "w") as out:
            json.dump({"ip": "127.0.0.1", "transport": "tcp", "key": self.key.decode(),
                       "signature_scheme": "hmac-sha256", **{f"{c}_port": p for c, p in ports.items()}}, out)
        self.session = uuid.uuid4().hex
        self.start = time.perf_counter()
        self.process = subprocess.Popen([file if word == "{connection_file}" else word for word in command],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        cwd=self.folder.name, start_new_session=True)
        self.poller = zmq.Poller()
        for channel, end in self.sockets.items():
            end.linger = 0
            end.setsockopt(zmq.RECONNECT_IVL, 5)
            end.setsockopt(zmq.RCVHWM, 0)
            if channel == "iopub":
                end.setsockopt(zmq.SUBSCRIBE, b"")
            end.connect(f"tcp://127.0.0.1:{ports[channel]}")
            if channel != "control":
                self.poller.register(end, zmq.POLLIN)

    def send(self, kind, content):
        header = {"msg_id": uuid.uuid4().hex, "session": self.session, "username": "bench", "msg_type": kind,
                  "date": datetime.now(timezone.utc).isoformat(), "version": "5.4"}
        frames = [json.dumps(part).encode() for part in (header, {}, {}, content)]
        digest = hmac.new(self.key, digestmod=hashlib.sha256)
        for frame in frames:
            digest.update(frame)
        self.sockets["shell"].send_multipart([MARK, digest.hexdigest().encode(), *frames])
        return header["msg_id"]

    def ask(self, kind, content, idle=True):
        """Seconds from now to the reply and, if wanted, to idle; and the messages that came."""
        begun = time.perf_counter()
        asked = self.send(kind, content)
        replied = idled = None
        messages = []
        while replied is None or (idle and idled is None):
            if time.perf_counter() - begun > PATIENCE or self.process.poll() is not None:
                raise NoAnswer(f"no answer to {kind} {content} (exit code {self.process.poll()})")
            for end, _ in self.poller.poll(100):
                parts = end.recv_multipart()
                at = parts.index(MARK)
                if json.loads(parts[at + 3]).get("msg_id") != asked:
                    continue
                kind_of = json.loads(parts[at + 2])["msg_type"]
                body = json.loads(parts[at + 5])
                messages.append((kind_of, body))
                if end is self.sockets["shell"]:
                    replied = time.perf_counter()
                    if body.get("status") != "ok":
                        sys.exit(f"bench/kernel.py: {content}: {body}")
                elif kind_of == "status" and body["execution_state"] == "idle":
                    idled = time.perf_counter()
        return max(replied, idled or 0) - begun, messages

    def run(self, code, idle=True):
        return self.ask("execute_request", {"code": code, "silent": False, "store_history": True, "allow_stdin": False,
                                            "user_expressions": {}, "stop_on_error": True}, idle)

    def answered(self):
        """Waits until messages on iopub arrive here: a subscription takes its time."""
        self.ask("kernel_info_request", {}, idle=False)
        while True:
            asked = self.send("kernel_info_request", {})
            until = time.perf_counter() + 1
            while time.perf_counter() < until:
                for end, _ in self.poller.poll(100):
                    parts = end.recv_multipart()
                    if end is self.sockets["iopub"] and asked.encode() in parts[parts.index(MARK) + 3]:
                        return self

    def cpu(self):
        """User and system seconds of the process so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Anonymous memory in MB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("RssAnon"):
                return int(line.split()[1]) / 1024
        return None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        for end in self.sockets.values():
            end.close()
        self.folder.cleanup()


def starts(kernel, code):
    """From the process's start to the reply of its first cell."""
    kernel.ask("kernel_info_request", {}, idle=False)
    kernel.run(code, idle=False)
    return time.perf_counter() - kernel.start


def kernel_first_sum(side, kernel):
    seconds = starts(kernel, "1+1")
    return {"times": [seconds], "cpu_s": [kernel.cpu()]}


def kernel_first_tensor(side, kernel):
    seconds = starts(kernel, CODE[side]["tensor"])
    return {"times": [seconds], "cpu_s": [kernel.cpu()]}


def kernel_cell_1(side, kernel):
    """The very first cell, of a kernel that has had three seconds for itself."""
    kernel.answered()
    time.sleep(3)
    return {"times": [kernel.run("1+1")[0]]}


def cells(kernel, count):
    for i in range(count):
        kernel.run("1+1")


def kernel_cell_early(side, kernel):
    """Cells 11 to 50."""
    kernel.answered()
    cells(kernel, 10)
    return {"times": [kernel.run("1+1")[0] for _ in range(40)]}


def kernel_cell_1000(side, kernel):
    """Cells 980 to 1,020, after as many declarations of variables as sums."""
    kernel.answered()
    for n in range(490):
        kernel.run("1+1")
        kernel.run(CODE[side]["variable"].format(n=n))
    return {"times": [kernel.run("1+1")[0] for _ in range(40)]}


def repeated(side, kernel, what, warm, times):
    kernel.answered()
    for n in range(warm):
        kernel.run(CODE[side][what].format(n=n))
    return {"times": [kernel.run(CODE[side][what].format(n=n))[0] for n in range(warm, warm + times)]}


def kernel_declarations_50(side, kernel):
    return repeated(side, kernel, "declarations", 5, 10)


def kernel_class_of_five_methods(side, kernel):
    return repeated(side, kernel, "class", 10, 20)


def asked(kernel, kind, content):
    kernel.answered()
    kernel.run("1+1")
    first = kernel.ask(kind, content)[0]
    for _ in range(4):
        kernel.ask(kind, content)
    return {"times": [kernel.ask(kind, content)[0] for _ in range(20)], "first_us": [first * 1e6]}


def kernel_completion(side, kernel):
    code = CODE[side]["complete"]
    return asked(kernel, "complete_request", {"code": code, "cursor_pos": len(code)})


def kernel_inspect(side, kernel):
    code, cursor = CODE[side]["inspect"]
    return asked(kernel, "inspect_request", {"code": code, "cursor_pos": cursor, "detail_level": 0})


def printed(side, kernel, count):
    kernel.answered()
    times = []
    lines = 0
    for _ in range(3):
        seconds, messages = kernel.run(CODE[side]["lines"].format(n=count))
        lines = sum(body["text"].count("\n") for kind, body in messages if kind == "stream")
        times.append(seconds)
    return {"times": times, "lost": [count - lines]}


def kernel_lines_10000(side, kernel):
    return printed(side, kernel, 10_000)


def kernel_lines_100000(side, kernel):
    return printed(side, kernel, 100_000)


def kernel_idle_memory(side, kernel):
    """Anonymous memory with the library loaded and a tensor made, after ten idle seconds."""
    kernel.answered()
    kernel.run(CODE[side]["tensor"])
    time.sleep(10)
    return {"mb": [kernel.memory()]}


# The row, the ratio that is wanted, whether the library is loaded in it.
ROWS = [(kernel_first_sum, 1.0, False), (kernel_first_tensor, 0.5, True), (kernel_cell_1, 2.0, False),
        (kernel_cell_early, 2.0, False), (kernel_cell_1000, 2.0, False), (kernel_declarations_50, 6.0, False),
        (kernel_class_of_five_methods, 3.0, False), (kernel_completion, 1.0, False), (kernel_inspect, 3.0, False),
        (kernel_lines_10000, 1.5, False), (kernel_lines_100000, 1.5, False), (kernel_idle_memory, 1.0, True)]


def measured(row, side, command, again=2):
    try:
        with Kernel(command) as kernel:
            return row(side, kernel)
    except NoAnswer as e:
        if not again:
            sys.exit(f"bench/kernel.py: {row.__name__}, {side}: {e}")
        print(f"bench/kernel.py: {row.__name__}, {side}: {e}; again", file=sys.stderr)
        return measured(row, side, command, again - 1)


def ours():
    """The command of an installed kernel, as Jupyter starts it."""
    with tempfile.TemporaryDirectory() as prefix:
        subprocess.run([str(HOME / "sconce"), "install", "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        return json.loads((Path(prefix) / "share/jupyter/kernels/sconce/kernel.json").read_text())["argv"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    names = [row.__name__ for row, _, _ in ROWS]
    if options.list:
        print("\n".join(names))
        return
    chosen = options.only.split(",") if options.only else names
    unknown = set(chosen) - set(names)
    if unknown:
        sys.exit(f"bench/kernel.py: no row {', '.join(sorted(unknown))} (--list names them)")
    commands = {"sconce": ours()}
    if importlib.util.find_spec("ipykernel"):
        commands["ipykernel"] = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    has_torch = importlib.util.find_spec("torch") is not None
    for row, goal, needs_torch in ROWS:
        if row.__name__ not in chosen:
            continue
        sides = {s: c for s, c in commands.items() if s == "sconce" or has_torch or not needs_torch}
        found = {side: {} for side in sides}
        for _ in range(options.rounds):
            for side, command in sides.items():
                for key, values in measured(row, side, command).items():
                    found[side].setdefault(key, []).extend(values)
        for side, values in found.items():
            line = {"name": row.__name__, "side": side}
            times = values.pop("times", None)
            if times:
                line.update(median_us=round(statistics.median(times) * 1e6), min_us=round(min(times) * 1e6),
                            repeats=len(times))
            for key, more in values.items():
                line[key] = round(statistics.median(more), 2)
            line["goal"] = goal
            print(json.dumps(line), flush=True)
        if "ipykernel" not in sides:
            print(json.dumps({"name": row.__name__, "side": "ipykernel", "missing":
                              "torch" if "ipykernel" in commands else "ipykernel"}), flush=True)


if __name__ == "__main__":
    main()
