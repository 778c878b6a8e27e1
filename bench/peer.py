#!/usr/bin/env python3
"""Time PyTorch (Python) on the workloads of README.md, one JSON line each.

  peer.py [--threads 1,2] [--only name,name] [--repeats 21] [--rounds 1]
          [--dir FOLDER] [--quick] [--list]

Every line has `name`, `threads`, `median_us`, `min_us` (microseconds for ONE call of the
workload), `first_us` (the first call after the check), `repeats`, `loop` (calls in one repeat) and `check`, a number that another
implementation must reproduce before its time counts. The first line names the machine.
Each thread count runs in a process of its own, so that OpenMP and MKL start with it;
memory, start-up and files run in processes of their own as well.

  peer.py --serve --threads 1 --dir FOLDER

reads `row repeats` from standard input and answers with a line, so that another program can take turns with it.
"""
import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

NAMES = []          # in order
TURN = 10e6         # microseconds after which a turn ends, however many repeats were asked for
WORK = {}


def workload(name, loop, warm, repeats=None):
    """Registers a function that builds the workload and returns (call, check)."""
    def put(build):
        NAMES.append(name)
        WORK[name] = (build, loop, warm, repeats)
        return build
    return put


# ------------------------------------------------------------------ calls
@workload("add_1", 2000, 20000)
def _(torch, nn, F):
    a, b = torch.ones(1), torch.ones(1)
    return (lambda: a.add(b)), lambda: a.add(b).item()


@workload("module_call_identity", 2000, 20000)
def _(torch, nn, F):
    m, x = nn.Identity(), torch.ones(1)
    return (lambda: m(x)), lambda: m(x).item()


@workload("module_call_hooked", 2000, 20000)
def _(torch, nn, F):
    m, x = nn.Identity(), torch.ones(1)
    m.register_forward_pre_hook(lambda mod, args: None)
    m.register_forward_hook(lambda mod, args, out: None)
    return (lambda: m(x)), lambda: m(x).item()


@workload("linear_4_4_call", 2000, 20000)
def _(torch, nn, F):
    m, x = nn.Linear(4, 4), torch.rand(1, 4)
    return (lambda: m(x)), lambda: m(x).sum().item()


@workload("linear_4_4_call_no_grad", 2000, 20000)
def _(torch, nn, F):
    m, x = nn.Linear(4, 4), torch.rand(1, 4)

    def loop_body():
        return m(x)

    def call():
        return loop_body()
    call.no_grad = True
    return call, lambda: m(x).sum().item()


@workload("sequential_10_call", 200, 4000)
def _(torch, nn, F):
    m, x = nn.Sequential(*[nn.Linear(4, 4) for _ in range(10)]), torch.rand(1, 4)
    return (lambda: m(x)), lambda: m(x).sum().item()


@workload("sequential_2000_forward", 1, 20)
def _(torch, nn, F):
    m, x = nn.Sequential(*[nn.Linear(4, 4) for _ in range(2000)]), torch.rand(1, 4)
    return (lambda: m(x)), lambda: m(x).sum().item()


@workload("sequential_2000_backward", 1, 10)
def _(torch, nn, F):
    m, x = nn.Sequential(*[nn.Linear(4, 4) for _ in range(2000)]), torch.rand(1, 4)

    def call():
        m.zero_grad()
        m(x).sum().backward()

    def check():
        call()
        return m[1999].bias.grad.sum().item()
    return call, check


# --------------------------------------------------------------- training
def trainer(torch, model, loss_of, optimizer):
    def call():
        optimizer.zero_grad()
        loss = loss_of()
        loss.backward()
        optimizer.step()
        return loss

    def check():
        """The loss of the tenth step."""
        for _ in range(9):
            call()
        return call().item()
    return call, check


def mlp(torch, nn):
    return nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))


@workload("mlp_forward", 100, 1000)
def _(torch, nn, F):
    m, x = mlp(torch, nn), torch.rand(64, 784)
    return (lambda: m(x)), lambda: m(x).sum().item()


@workload("mlp_step", 100, 1000)
def _(torch, nn, F):
    m, x, y = mlp(torch, nn), torch.rand(64, 784), torch.randint(10, (64,))
    return trainer(torch, m, lambda: F.cross_entropy(m(x), y), torch.optim.SGD(m.parameters(), lr=0.01))


@workload("cnn_step", 5, 30)
def _(torch, nn, F):
    m = nn.Sequential(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
                      nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
                      nn.Flatten(), nn.Linear(32 * 7 * 7, 10))
    x, y = torch.rand(64, 1, 28, 28), torch.randint(10, (64,))
    return trainer(torch, m, lambda: F.cross_entropy(m(x), y), torch.optim.SGD(m.parameters(), lr=0.01))


@workload("lstm_forward", 5, 30)
def _(torch, nn, F):
    m, x = nn.LSTM(64, 128, num_layers=2, batch_first=True), torch.rand(32, 20, 64)
    return (lambda: m(x)), lambda: m(x)[0].sum().item()


@workload("lstm_step", 3, 20)
def _(torch, nn, F):
    m, x = nn.LSTM(64, 128, num_layers=2, batch_first=True), torch.rand(32, 20, 64)
    return trainer(torch, m, lambda: m(x)[0].pow(2).mean(), torch.optim.SGD(m.parameters(), lr=0.01))


@workload("encoder_layer_step", 10, 60)
def _(torch, nn, F):
    m = nn.TransformerEncoderLayer(64, 4, dim_feedforward=256, dropout=0.0, batch_first=True)
    x = torch.rand(32, 16, 64)
    return trainer(torch, m, lambda: (m(x) - x).pow(2).mean(), torch.optim.SGD(m.parameters(), lr=0.01))


@workload("adam_100_params", 20, 100)
def _(torch, nn, F):
    ps = [nn.Parameter(torch.rand(32, 32)) for _ in range(100)]
    for p in ps:
        p.grad = torch.ones(32, 32)
    o = torch.optim.Adam(ps, lr=1e-3)

    def check():
        for _ in range(10):
            o.step()
        return sum(p.detach().double().sum().item() for p in ps)
    return o.step, check


@workload("matmul_768", 5, 20)
def _(torch, nn, F):
    a, b = torch.rand(768, 768), torch.rand(768, 768)
    return (lambda: torch.matmul(a, b)), lambda: torch.matmul(a, b).double().mean().item()


# ------------------------------------------------------------ the module tree
def wide(nn):
    """1 + 1,000 * (1 + 33 * 3) = 100,001 modules."""
    return nn.Sequential(*[nn.Sequential(*[nn.Sequential(nn.Linear(2, 2), nn.ReLU()) for _ in range(33)]) for _ in range(1000)])


@workload("state_dict_1000_modules", 3, 6)
def _(torch, nn, F):
    m = nn.Sequential(*[nn.Linear(4, 4) for _ in range(1000)])
    return m.state_dict, lambda: len(m.state_dict())


@workload("load_state_dict_1000_modules", 3, 6)
def _(torch, nn, F):
    m = nn.Sequential(*[nn.Linear(4, 4) for _ in range(1000)])
    sd = {k: v.clone() for k, v in m.state_dict().items()}
    return (lambda: m.load_state_dict(sd)), lambda: len(sd)


@workload("state_dict_100k", 1, 2, 7)
def _(torch, nn, F):
    m = wide(nn)
    return m.state_dict, lambda: len(m.state_dict())


@workload("named_modules_100k", 1, 2, 11)
def _(torch, nn, F):
    m = wide(nn)
    return (lambda: sum(1 for _ in m.named_modules())), lambda: sum(1 for _ in m.named_modules())


@workload("named_parameters_100k", 1, 2, 11)
def _(torch, nn, F):
    m = wide(nn)
    return (lambda: sum(1 for _ in m.named_parameters())), lambda: sum(1 for _ in m.named_parameters())


@workload("repr_100k_modules", 1, 1, 7)
def _(torch, nn, F):
    m = wide(nn)
    return (lambda: repr(m)), lambda: len(repr(m))


@workload("repr_tensor_1000", 2, 5)
def _(torch, nn, F):
    t = torch.rand(20, 50)
    return (lambda: repr(t)), lambda: len(repr(t))


# ------------------------------------------------- files: 50 tensors of 4 MiB
def big(torch):
    return {f"layer{i}.weight": torch.rand(1024, 1024) for i in range(50)}


def many(torch):
    return {f"layer{i}.weight": torch.rand(4, 4) for i in range(2000)}


FOLDER = None


def file_workload(name, make, write, read):
    def save(torch, nn, F):
        sd, path = make(torch), os.path.join(FOLDER, name)
        return (lambda: write(torch, sd, path)), lambda: (write(torch, sd, path), os.path.getsize(path))[1]

    def load(torch, nn, F):
        sd, path = make(torch), os.path.join(FOLDER, name)
        write(torch, sd, path)
        return (lambda: read(torch, path)), lambda: sum(t.numel() for t in read(torch, path).values())

    def load_and_sum(torch, nn, F):
        sd, path = make(torch), os.path.join(FOLDER, name)
        write(torch, sd, path)

        def call():
            """Touches every page: a loader that only maps the file does its reading here."""
            return sum(t.sum().item() for t in read(torch, path).values())
        return call, call
    workload(f"save_{name}", 1, 1, 9)(save)
    workload(f"load_{name}", 1, 1, 9)(load)
    workload(f"load_sum_{name}", 1, 1, 9)(load_and_sum)


def st(torch):
    import safetensors.torch
    return safetensors.torch


for _name, _make in (("200mb", big), ("2000_small", many)):
    file_workload(f"{_name}_pt", _make, lambda t, sd, p: t.save(sd, p), lambda t, p: t.load(p, weights_only=True))
    file_workload(f"{_name}_safetensors", _make, lambda t, sd, p: st(t).save_file(sd, p), lambda t, p: st(t).load_file(p))


# ------------------------------------------- displays, where the packages are there
def encoder_48(nn):
    """483 modules."""
    layer = nn.TransformerEncoderLayer(64, 4, dim_feedforward=256, dropout=0.0, batch_first=True)
    return nn.TransformerEncoder(layer, 48, norm=nn.LayerNorm(64))


def tree_10k(nn):
    """1 + 100 * (1 + 33 * 3) = 10,001 modules."""
    return nn.Sequential(*[nn.Sequential(*[nn.Sequential(nn.Linear(2, 2), nn.ReLU()) for _ in range(33)]) for _ in range(100)])


def display_workload(label, make, size):
    def plain(torch, nn, F):
        m = make(nn)
        return (lambda: repr(m)), lambda: len(repr(m))

    def html(torch, nn, F):
        import treescope
        m = make(nn)
        return (lambda: treescope.render_to_html(m)), lambda: len(treescope.render_to_html(m).encode())

    def html_arrays(torch, nn, F):
        """As treescope.basic_interactive_setup(autovisualize_arrays=True) shows it in a notebook."""
        import treescope
        m = make(nn)

        def call():
            with treescope.active_autovisualizer.set_scoped(treescope.ArrayAutovisualizer()):
                return treescope.render_to_html(m)
        return call, lambda: len(call().encode())

    def text(torch, nn, F):
        import torchinfo
        m = make(nn)
        return (lambda: str(torchinfo.summary(m, verbose=0))), lambda: len(str(torchinfo.summary(m, verbose=0)).splitlines())

    def text_forward(torch, nn, F):
        import torchinfo
        m = make(nn)
        call = lambda: str(torchinfo.summary(m, input_size=size, depth=12, verbose=0))  # noqa: E731
        return call, lambda: len(call().splitlines())
    for kind, build in (("repr", plain), ("treescope_html", html), ("treescope_html_arrays", html_arrays),
                        ("torchinfo", text), ("torchinfo_forward", text_forward)):
        workload(f"display_{kind}_{label}", 1, 1, 5)(build)


display_workload("483", encoder_48, (8, 16, 64))
display_workload("10k", tree_10k, (1, 2))


# ---------------------------------------------------------------- a process each
def memory(threads, steps):
    """20,000 MLP steps on fresh batches, nothing freed by hand."""
    import torch
    import torch.nn.functional as F
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    m = mlp(torch, torch.nn)
    o = torch.optim.SGD(m.parameters(), lr=0.01)

    def resident(field):
        with open("/proc/self/status") as f:
            return round(next(int(line.split()[1]) for line in f if line.startswith(field)) / 1024, 1)
    start, anon_start, anon_peak, at_500, marks, worst = resident("VmRSS"), resident("RssAnon"), 0.0, 0.0, [], 0.0
    t0 = time.perf_counter()
    for i in range(steps):
        t = time.perf_counter()
        x, y = torch.rand(64, 784), torch.randint(10, (64,))
        o.zero_grad()
        loss = F.cross_entropy(m(x), y)
        loss.backward()
        o.step()
        if i >= 1000:
            worst = max(worst, time.perf_counter() - t)
        if i % 50 == 0:
            anon_peak = max(anon_peak, resident("RssAnon"))
            if i <= 500:
                at_500 = anon_peak
        if (i + 1) % (steps // 10) == 0:
            marks.append(resident("VmRSS"))
    dt = time.perf_counter() - t0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return dict(name="mlp_20000_steps_memory", threads=threads, steps=steps, rss_before_mb=start, peak_rss_mb=round(peak, 1),
                anonymous_before_mb=anon_start, mb=anon_peak, anonymous_500_mb=at_500, growth_mb=round(anon_peak - at_500, 1), rss_at_each_tenth_mb=marks, mean_step_us=round(dt / steps * 1e6, 1),
                worst_step_us=round(worst * 1e6, 1), check=round(loss.item(), 5))


def startup(threads, runs):
    env = dict(os.environ, OMP_NUM_THREADS=str(threads), MKL_NUM_THREADS=str(threads))
    out = []
    for name, code in (("process_bare_python", "print('x', flush=True)"),
                       ("process_import_torch_first_tensor", "import torch; print(torch.ones(2, 3), flush=True)")):
        to_line, to_exit, cpu, rss = [], [], [], []
        for _ in range(runs):
            t = time.perf_counter()
            p = subprocess.Popen([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE)
            p.stdout.readline()
            to_line.append((time.perf_counter() - t) * 1e6)
            p.stdout.read()
            _, _, ru = os.wait4(p.pid, 0)
            p.returncode = 0
            to_exit.append((time.perf_counter() - t) * 1e6)
            cpu.append(ru.ru_utime + ru.ru_stime)
            rss.append(ru.ru_maxrss / 1024)
        out.append(dict(name=name, threads=threads, median_us=round(statistics.median(to_line)), min_us=round(min(to_line)),
                        exit_median_us=round(statistics.median(to_exit)), cpu_s=round(statistics.median(cpu), 2),
                        peak_rss_mb=round(statistics.median(rss), 1), repeats=runs, loop=1))
    return out


# --------------------------------------------------------------------- running
def measure(name, threads, repeats, quick):
    import torch
    import torch.nn as nn
    import torch.nn.functional as F
    torch.set_num_threads(threads)
    build, loop, warm, own_repeats = WORK[name]
    torch.manual_seed(0)
    call, check = build(torch, nn, F)
    value = check()
    repeats = own_repeats or repeats
    if quick:
        repeats, warm = min(3, repeats), max(1, warm // 10)
    with torch.set_grad_enabled(not getattr(call, "no_grad", False)):
        t = time.perf_counter()
        call()
        first = (time.perf_counter() - t) * 1e6
        for _ in range(warm - 1):
            call()
        times = []
        for _ in range(repeats):
            t = time.perf_counter()
            for _ in range(loop):
                call()
            times.append((time.perf_counter() - t) / loop * 1e6)
    return dict(name=name, threads=threads, median_us=round(statistics.median(times), 2), min_us=round(min(times), 2),
                first_us=round(first, 1), repeats=repeats, loop=loop, check=value if isinstance(value, int) else float(f"{value:.6g}"), load=round(os.getloadavg()[0], 2))


def serve(threads):
    """Answers `row repeats` lines until the input ends. A row is built and warmed once, while it is asked for."""
    import torch
    import torch.nn as nn
    import torch.nn.functional as F
    torch.set_num_threads(threads)
    at = call = value = first = None
    for question in sys.stdin:
        name, repeats = question.split()
        line = dict(name=name, threads=threads)
        try:
            build, loop, warm, _ = WORK[name]
            fresh = name != at
            if fresh:
                at = call = None
                torch.manual_seed(0)
                call, check = build(torch, nn, F)
                value = check()
                at = name
            with torch.set_grad_enabled(not getattr(call, "no_grad", False)):
                if fresh:
                    t = time.perf_counter()
                    call()
                    first = (time.perf_counter() - t) * 1e6
                for _ in range(warm - 1 if fresh else loop):
                    call()
                cpu, times = time.process_time(), []
                for _ in range(int(repeats)):
                    t = time.perf_counter()
                    for _ in range(loop):
                        call()
                    times.append((time.perf_counter() - t) / loop * 1e6)
                    if sum(times) * loop > TURN:
                        break
                cpu = time.process_time() - cpu
            line.update(times_us=[round(t, 2) for t in times], cpu_us=round(cpu / loop / len(times) * 1e6, 2),
                        first_us=round(first, 1), warm=warm, loop=loop,
                        check=str(value) if isinstance(value, int) else f"{value:.6g}")
        except ImportError as missing:
            at = None
            line["missing"] = missing.name
        except Exception as failed:
            at = None
            line["error"] = f"{type(failed).__name__}: {failed}"
        say(line)


def say(line):
    print(json.dumps(line), flush=True)


def main():
    global FOLDER
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--threads", default="1,2")
    ap.add_argument("--only", default="")
    ap.add_argument("--repeats", type=int, default=21)
    ap.add_argument("--rounds", type=int, default=1, help="do all of it so many times, so that a busy minute hits one round only")
    ap.add_argument("--dir", default=None, help="where the files of the save and load workloads go")
    ap.add_argument("--quick", action="store_true", help="3 repeats, a tenth of the warm-up: to see that it runs")
    ap.add_argument("--list", action="store_true")
    ap.add_argument("--steps", type=int, default=20000, help="of the memory row")
    ap.add_argument("--child", help=argparse.SUPPRESS)
    ap.add_argument("--serve", action="store_true", help="answer `row repeats` lines from standard input")
    a = ap.parse_args()
    if a.serve:
        FOLDER = a.dir
        return serve(int(a.threads))
    apart = ["mlp_20000_steps_memory", "startup"]
    if a.list:
        print("\n".join(NAMES + apart))
        return
    if a.child:
        n = int(a.threads)
        if a.child == "mlp_20000_steps_memory":
            say(memory(n, 2000 if a.quick else a.steps))
        elif a.child == "startup":
            for line in startup(n, 3 if a.quick else 9):
                say(line)
        else:
            FOLDER = a.dir
            for name in a.child.split(","):
                say(measure(name, n, a.repeats, a.quick))
        return
    chosen = [n for n in a.only.split(",") if n] or NAMES + apart
    unknown = set(chosen) - set(NAMES + apart)
    if unknown:
        sys.exit(f"no such workload: {', '.join(sorted(unknown))} (--list names them)")
    import torch
    cpu = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    say(dict(name="_machine", cpu=cpu, cores=os.cpu_count(), torch=torch.__version__, python=sys.version.split()[0],
             mkl=torch.backends.mkl.is_available(), mkldnn=torch.backends.mkldnn.is_available(),
             load=[round(x, 2) for x in os.getloadavg()], when=time.strftime("%Y-%m-%dT%H:%M")))
    # calls and trees share a process (as in a user's session); each file workload has its own
    together = [n for n in chosen if n in WORK and not n.startswith(("save_", "load_2", "load_sum_", "display_"))]
    groups = ([",".join(together)] if together else []) + [n for n in chosen if n not in together]
    with tempfile.TemporaryDirectory(dir=a.dir, prefix="bench-peer-") as folder:
        for _ in range(a.rounds):
            for threads in a.threads.split(","):
                env = dict(os.environ, OMP_NUM_THREADS=threads, MKL_NUM_THREADS=threads)
                for g in groups:
                    cmd = [sys.executable, os.path.abspath(__file__), "--child", g, "--threads", threads,
                           "--repeats", str(a.repeats), "--dir", folder] + (["--quick"] if a.quick else [])
                    p = subprocess.Popen(cmd, env=env, stdout=subprocess.PIPE, text=True)
                    for line in p.stdout:
                        sys.stdout.write(line)
                        sys.stdout.flush()
                    if p.wait() != 0:
                        say(dict(name=g, threads=int(threads), error=f"exit {p.returncode}"))


if __name__ == "__main__":
    main()
