"""A Jupyter client that a test drives: one JSON command a line on standard input, one JSON answer a line on output.

    {"do": "start", "kernel": NAME}     starts the kernel as Jupyter would
    {"do": "kernel_info"}               the reply's content
    {"do": "execute", "code": CODE}     {"reply": content, "outputs": [iopub content with its type]}
    {"do": "interrupt", "code": CODE}   the same for a cell that is interrupted once it has printed something
    {"do": "shutdown"}                  {"alive": whether the kernel's process is still there}
"""

import json
import sys
import time

from jupyter_client.manager import KernelManager

TIMEOUT = 120


def start(command):
    global manager, client
    manager = KernelManager(kernel_name=command["kernel"])
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=TIMEOUT)
    return {"pid": manager.provisioner.pid}


def kernel_info(command):
    return client.kernel_info(reply=True, timeout=TIMEOUT)["content"]


def execute(command):
    return outcome(client.execute(command["code"]))


def interrupt(command):
    return outcome(client.execute(command["code"]), manager.interrupt_kernel)


def outcome(message, on_first_output=None):
    outputs = []
    deadline = time.monotonic() + TIMEOUT
    while True:
        published = client.get_iopub_msg(timeout=deadline - time.monotonic())
        if published["parent_header"].get("msg_id") != message:
            continue
        kind, content = published["msg_type"], published["content"]
        if kind == "status" and content["execution_state"] == "idle":
            break
        if kind not in ("status", "execute_input"):
            outputs.append({"type": kind, **content})
            if on_first_output:
                on_first_output()
                on_first_output = None
    while True:
        reply = client.get_shell_msg(timeout=deadline - time.monotonic())
        if reply["parent_header"].get("msg_id") == message:
            return {"reply": reply["content"], "outputs": outputs}


def shutdown(command):
    client.stop_channels()
    manager.shutdown_kernel()
    return {"alive": manager.is_alive()}


COMMANDS = {c.__name__: c for c in (start, kernel_info, execute, interrupt, shutdown)}

for line in sys.stdin:
    command = json.loads(line)
    try:
        answer = COMMANDS[command["do"]](command)
    except Exception as error:
        answer = {"failed": "%s: %s" % (type(error).__name__, error)}
    print(json.dumps(answer, default=str), flush=True)
