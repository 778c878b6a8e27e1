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


def model():
    return torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.BatchNorm1d(3), torch.nn.Linear(3, 1))


def trainers(net):
    optimizer = torch.optim.AdamW([{"params": net[0].parameters(), "lr": 0.1}, {"params": net[1:].parameters()}], lr=0.01, amsgrad=True)
    return optimizer, torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 10)


def train(net, optimizer, scheduler):
    for _ in range(3):
        optimizer.zero_grad()
        net(torch.linspace(-1, 1, 8).reshape(4, 2)).square().mean().backward()
        optimizer.step()
        scheduler.step()


def checkpoint(net, optimizer, scheduler):
    return {"model": net.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(), "epoch": 3}


def read(folder):
    for name, dtypes in (("again.pt", DTYPES), ("again-mapped.pt", DTYPES), ("again-legacy.pt", DTYPES[:12])):
        wanted = values(dtypes)
        got = torch.load(folder / name, weights_only=True)
        same(wanted, got, name)
        assert got["base"].untyped_storage().data_ptr() == got["column"].untyped_storage().data_ptr() == got["transposed"].untyped_storage().data_ptr()
    torch.load(folder / "again.pt", weights_only=True, mmap=True)
    read_safetensors(folder)
    read_training(folder)


def read_safetensors(folder):
    import json
    from safetensors import safe_open
    from safetensors.torch import load_file
    tensors = load_file(folder / "again.safetensors")
    same({k: torch.tensor([0, 1, 2]).to(getattr(torch, k)) for k in sorted(tensors)}, {k: tensors[k] for k in sorted(tensors)})
    with safe_open(folder / "again.safetensors", "pt") as file:
        assert file.metadata() == {"made by": "자바"}, file.metadata()
    index = json.loads((folder / "sharded-again/model.safetensors.index.json").read_text())
    assert len(set(index["weight_map"].values())) == 2, index
    again = {name: load_file(folder / "sharded-again" / file)[name] for name, file in index["weight_map"].items()}
    same(shards(), {name: again[name] for name in shards()})


def read_training(folder):
    """Goes on from what Java saved after three steps, and compares with what Java had after three more."""
    saved = torch.load(folder / "training-again.pt", weights_only=True)
    assert saved["epoch"] == 6, saved["epoch"]
    net = model()
    optimizer, scheduler = trainers(net)
    net.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    scheduler.load_state_dict(saved["scheduler"])
    train(net, optimizer, scheduler)
    later = torch.load(folder / "training-later.pt", weights_only=True)
    for name, value in net.state_dict().items():
        torch.testing.assert_close(later["model"][name], value, msg=lambda text, name=name: f"{name}: {text}")
    assert later["optimizer"]["param_groups"] == optimizer.state_dict()["param_groups"], (later["optimizer"]["param_groups"], optimizer.state_dict()["param_groups"])
    wanted, got = scheduler.state_dict(), later["scheduler"]
    assert wanted.keys() == got.keys(), (wanted, got)
    torch.testing.assert_close(torch.tensor(got["_last_lr"]), torch.tensor(wanted["_last_lr"]))


def shards():
    return {"a": torch.arange(6.0).reshape(2, 3), "b": torch.arange(4, dtype=torch.int64), "c": torch.ones(3, dtype=torch.bfloat16)}


def write(folder):
    from safetensors.torch import save_file
    torch.save(values(DTYPES), folder / "python.pt")
    # Python cannot load dtypes after the twelfth from the older form, not even its own.
    torch.save(values(DTYPES[:12]), folder / "python-legacy.pt", _use_new_zipfile_serialization=False)
    save_file({str(d)[6:]: torch.tensor([0, 1, 2]).to(d) for d in DTYPES if d != torch.complex128}, folder / "python.safetensors", {"made by": "자바"})
    write_training(folder)
    write_shards(folder)


def write_training(folder):
    torch.manual_seed(1)
    net = model()
    optimizer, scheduler = trainers(net)
    train(net, optimizer, scheduler)
    torch.save(checkpoint(net, optimizer, scheduler), folder / "training.pt")
    # As a machine with a graphics card writes it: the tensors say where they lay.
    tag = torch.serialization.location_tag
    torch.serialization.location_tag = lambda storage: "cuda:0"
    torch.save(checkpoint(net, optimizer, scheduler), folder / "training-gpu.pt")
    torch.serialization.location_tag = tag


def write_shards(folder):
    import json
    (folder / "sharded").mkdir()
    files = {"pytorch_model-00001-of-00002.bin": ["a"], "pytorch_model-00002-of-00002.bin": ["b", "c"]}
    for file, names in files.items():
        torch.save({name: shards()[name] for name in names}, folder / "sharded" / file)
    weight_map = {name: file for file, names in files.items() for name in names}
    (folder / "sharded/pytorch_model.bin.index.json").write_text(json.dumps({"metadata": {"total_size": 62}, "weight_map": weight_map}))


{"read": read, "write": write}[sys.argv[1]](pathlib.Path(sys.argv[2]))
