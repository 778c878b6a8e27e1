"""Opens what Java wrote, and writes what Java opens: run as `checkpoints.py read|write folder`."""
import collections
import pathlib
import sys

import torch


def values(dtypes):
    torch.manual_seed(0)
    base = torch.arange(12.0).reshape(3, 4)
    state = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.BatchNorm1d(3)).state_dict()
    return {
        "state": state, "epoch": 3, "loss": 0.25, "name": "한글 🙂", "none": None, "truth": True, "big": 2 ** 70,
        "list": [1, [2.5, "x"], (1,), (), (1, 2, 3, 4)], "bytes": b"\x00\xff\x7fA", "bytearray": bytearray(b"\x01\x80"),
        "set": {1}, "complex": complex(1, -2), "ints": {0: "zero", -1: "minus"}, "size": torch.Size([2, 3]),
        "dtype": torch.bfloat16, "device": torch.device("cpu"), "ordered": collections.OrderedDict([(1, 2)]),
        "counter": collections.Counter("aab"), "base": base, "column": base[:, 1], "transposed": base.t(), "parameter": torch.nn.Parameter(torch.ones(2)),
        "frozen": torch.nn.Parameter(torch.ones(1), requires_grad=False), "leaf": torch.ones(1, requires_grad=True), "meta": torch.empty(2, 3, device="meta"),
        "sparse": torch.eye(2).to_sparse(), "csr": torch.eye(2).to_sparse_csr(), "conj": torch.tensor([1 + 2j]).conj(), "layout": torch.sparse_coo,
        "dtypes": {str(d)[6:]: torch.tensor([0, 1, 2]).to(d) for d in dtypes},
    }


DTYPES = [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool,
          torch.complex64, torch.complex128, torch.uint16, torch.uint32, torch.uint64, torch.float8_e4m3fn, torch.float8_e5m2]


def same(a, b, place="value"):
    if isinstance(a, torch.Tensor):
        assert type(a) is type(b) and a.dtype == b.dtype and a.shape == b.shape and a.layout == b.layout, (place, a, b)
        assert a.requires_grad == b.requires_grad, place
        if a.device.type == "meta":
            assert b.device.type == "meta", place
        elif a.layout != torch.strided:
            assert torch.equal(a.to_dense(), b.to_dense()), (place, a, b)
        else:
            assert a.is_conj() or a.stride() == b.stride(), (place, a.stride(), b.stride())
            assert torch.equal(a.resolve_conj().to(torch.complex128), b.resolve_conj().to(torch.complex128)), (place, a, b)
        return
    if isinstance(a, (bytes, bytearray)):  # Java has one kind of bytes
        assert bytes(a) == bytes(b), (place, a, b)
        return
    assert type(a) is type(b), (place, type(a), type(b))
    if isinstance(a, dict):
        assert list(a) == list(b), (place, list(a), list(b))
        for key in a:
            same(a[key], b[key], f"{place}[{key!r}]")
        assert getattr(a, "_metadata", None) == getattr(b, "_metadata", None), place
    elif isinstance(a, (list, tuple)):
        assert len(a) == len(b), place
        for i, (x, y) in enumerate(zip(a, b)):
            same(x, y, f"{place}[{i}]")
    else:
        assert a == b, (place, a, b)


def read(folder):
    for name, dtypes in (("again.pt", DTYPES), ("again-legacy.pt", DTYPES[:12])):
        wanted = values(dtypes)
        got = torch.load(folder / name, weights_only=True)
        same(wanted, got, name)
        assert got["base"].untyped_storage().data_ptr() == got["column"].untyped_storage().data_ptr() == got["transposed"].untyped_storage().data_ptr()
    torch.load(folder / "again.pt", weights_only=True, mmap=True)
    from safetensors import safe_open
    from safetensors.torch import load_file
    tensors = load_file(folder / "again.safetensors")
    same({k: torch.tensor([0, 1, 2]).to(getattr(torch, k)) for k in sorted(tensors)}, {k: tensors[k] for k in sorted(tensors)})
    with safe_open(folder / "again.safetensors", "pt") as file:
        assert file.metadata() == {"made by": "자바"}, file.metadata()


def write(folder):
    from safetensors.torch import save_file
    torch.save(values(DTYPES), folder / "python.pt")
    # Python cannot load dtypes after the twelfth from the older form, not even its own.
    torch.save(values(DTYPES[:12]), folder / "python-legacy.pt", _use_new_zipfile_serialization=False)
    save_file({str(d)[6:]: torch.tensor([0, 1, 2]).to(d) for d in DTYPES if d != torch.complex128}, folder / "python.safetensors", {"made by": "자바"})


{"read": read, "write": write}[sys.argv[1]](pathlib.Path(sys.argv[2]))
