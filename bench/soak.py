"""Runs thousands of cells in one kernel and prints, per thousand, the latency from request to idle and the kernel's memory.

  soak.py [--kernel sconce] [--cells 10000] [--json out.json]

Needs jupyter_client and psutil. Exit code 1 when the last tenth is not flat: a median latency above 1.5 times that of the
second tenth, or memory more than 128 MB above it. (The first tenth is the JVM's warming up.)
"""
import argparse
import json
import statistics
import sys
import time

import psutil
from jupyter_client.manager import start_new_kernel

# What a day's work is made of; {n} counts the cells.
CELLS = [
    "1 + {n}",
    "int counter = {n};",
    "counter + 1",
    'for (int i = 0; i < 20; i++) System.out.println("line " + i);',
    "var list = new ArrayList<Integer>(List.of({n}, 2, 3)); list.add(counter);",
    "list.stream().mapToInt(Integer::intValue).sum()",
    "int twice(int x) {{ return 2 * x; }}\ntwice({n})",
    "var x = Torch.randn(64, 64); x.matmul(x).sum().item()",
    "var layer = new Linear(64, 8); layer.call(Torch.randn(16, 64)).sum().backward();",
    'display(Map.of("text/html", "<b>{n}</b>"));',
    "throw new IllegalStateException(\"expected {n}\");",
    "class Point {{ int x = {n}; }}\nnew Point().x",
]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--kernel", default="sconce")
    options.add_argument("--cells", type=int, default=10_000)
    options.add_argument("--json")
    args = options.parse_args()
    manager, client = start_new_kernel(kernel_name=args.kernel, startup_timeout=120)
    process = psutil.Process(manager.provisioner.pid)
    tenths, times, wrong = [], [], 0
    size = max(1, args.cells // 10)
    try:
        for n in range(args.cells):
            code = CELLS[n % len(CELLS)].format(n=n)
            begun = time.perf_counter()
            reply = client.execute_interactive(code, output_hook=lambda message: None, timeout=120,
                                               stop_on_error=False)
            times.append(time.perf_counter() - begun)
            wrong += reply["content"]["status"] != ("error" if code.startswith("throw") else "ok")
            if len(times) == size:
                family = [process] + process.children(recursive=True)
                memory = sum(each.memory_info().rss for each in family) / 2**20
                tenths.append(dict(cells=n + 1, median_ms=statistics.median(times) * 1e3,
                                   p95_ms=sorted(times)[int(0.95 * len(times))] * 1e3, rss_mb=memory,
                                   threads=process.num_threads()))
                print("{cells:7d} cells  median {median_ms:6.1f} ms  p95 {p95_ms:6.1f} ms  {rss_mb:7.1f} MB"
                      "  {threads} threads".format(**tenths[-1]), flush=True)
                times = []
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    print(f"{wrong} cells ended otherwise than expected")
    if args.json:
        with open(args.json, "w") as file:
            json.dump(tenths, file, indent=1)
    if len(tenths) < 3:
        return 0
    early, late = tenths[1], tenths[-1]
    flat = late["median_ms"] <= 1.5 * early["median_ms"] and late["rss_mb"] <= early["rss_mb"] + 128
    print("flat" if flat else "NOT flat")
    return 0 if flat and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
