"""Runs jupyter_kernel_test, Jupyter's own suite for kernels, with every optional part switched on.

    python protocol.py [KERNEL]

The kernel is found as Jupyter finds it (JUPYTER_PATH). Exit code 1 if a test failed, was skipped, or none ran.
"""

import sys
import unittest
from contextlib import contextmanager

import jupyter_kernel_test as suite

PATIENCE = 120  # seconds; the suite's own 15, and 0.1 between two messages, are for an idle machine
KERNEL = sys.argv[1] if len(sys.argv) > 1 else "sconce"


class Kernel(suite.KernelTests):
    kernel_name = KERNEL
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": '"a".substr', "matches": ["substring("]},
        {"text": "Torch.zeros", "matches": ["zeros(", "zerosLike("]},
        {"text": "new LinkedHashM", "matches": ["LinkedHashMap("]},
    ]
    complete_code_samples = [
        "1 + 1", "int a = 1;", "int f(int x) { return x; }", "class A { }", 'System.out.println("x")',
        'String s = """\n    text\n    """;', "// a comment", "import java.util.*;", "",
    ]
    incomplete_code_samples = [
        "for (int i = 0; i < 3; i++) {", "int x = (1 + ", "class A {", 'String s = """\n    text', "/* a comment",
        "new Linear(2,",
    ]
    invalid_code_samples = ["int = 7;", "}}", "print 'x'"]
    code_page_something = "String?"
    code_generate_error = 'throw new IllegalStateException("told");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + 1', "result": "a1"},
        {"code": "Torch.ones(2)", "result": "tensor([1., 1.])"},
        {"code": "new Linear(2, 3)", "mime": "text/html"},
        {"code": "new Linear(2, 3)", "result": "Linear(in_features=2, out_features=3, bias=True)"},
    ]
    code_display_data = [
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
        {"code": "display(new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_INT_RGB));",
         "mime": "image/png"},
        {"code": "display(new Linear(2, 3));", "mime": "text/html"},
    ]
    code_history_pattern = "6 ?*7*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Torch.ones"
    code_clear_output = "clearOutput(true);"

    def execute_helper(self, *args, **options):
        with patient(self.kc.iopub_channel):
            return super().execute_helper(*args, **{"timeout": PATIENCE, **options})

    def get_non_kernel_info_reply(self, timeout=None):
        return super().get_non_kernel_info_reply(timeout=PATIENCE)


class Welcome(suite.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True


@contextmanager
def patient(channel):
    """While a reply's messages are collected: each may take its time, as on a machine with other work."""
    get = channel.get_msg
    channel.get_msg = lambda timeout=None: get(timeout=PATIENCE)
    try:
        yield
    finally:
        del channel.get_msg


def main():
    suite.TIMEOUT = PATIENCE
    tests = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(case) for case in (Kernel, Welcome))
    result = unittest.TextTestRunner(verbosity=2).run(tests)
    return 0 if result.wasSuccessful() and result.testsRun and not result.skipped else 1


if __name__ == "__main__":
    sys.exit(main())
