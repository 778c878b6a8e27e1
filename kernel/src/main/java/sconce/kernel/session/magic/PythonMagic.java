package sconce.kernel.session.magic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Magics of IPython that have no meaning for Java: each says in a line what to do here.
final class PythonMagic implements Magic {
    private static final Map<String, String> ANSWERS = new TreeMap<>();

    static {
        answer("Java libraries come with %maven group:artifact:version; for Python's own, write !pip install NAME",
                "pip",
                "conda", "mamba", "micromamba", "uv");
        answer("nothing to set up: plots, models and tensors are shown in the notebook already", "matplotlib", "pylab",
                "gui");
        answer("no extension is needed: %lsmagic lists the magics that are there", "load_ext", "reload_ext",
                "unload_ext");
        answer("a class is new as soon as its cell has run, and variables keep their weights", "autoreload", "aimport");
        answer("JupyterLab's debugger works with the kernel Sconce (debug): pick it in Kernel, Change Kernel", "debug",
                "pdb");
        answer("use %time or %timeit; Java Flight Recorder profiles a whole session", "prun", "lprun", "mprun", "memit",
                "mprof", "pyinstrument");
        answer("errors are cut to your own lines already", "xmode", "tb");
        answer("colours follow the front end", "colors", "config");
        answer("write name? for what is known about a name", "pinfo", "pinfo2", "pdoc", "pdef", "psource", "pfile",
                "psearch");
        answer("save a model with Torch.save(model.stateDict(), \"model.safetensors\"), code in a file for %load",
                "store", "save", "macro", "pastebin", "logstart", "logstop");
        answer("run TensorBoard beside the notebook: !tensorboard --logdir runs &", "tensorboard");
        answer("output is shown as it comes; to keep a command's, write var lines = !command", "capture");
        answer("print options are Torch.setPrintoptions(o -> o.precision(2))", "precision");
        answer("declare a method instead", "alias", "rehashx", "unalias");
    }

    private static void answer(String text, String... names) {
        for (var name : names) ANSWERS.put(name, text);
    }

    @Override
    public List<String> names() { return List.copyOf(ANSWERS.keySet()); }

    @Override
    public String usage() { return "%matplotlib, %pip and other words of IPython"; }

    @Override
    public String help() { return "what to do here instead"; }

    @Override
    public boolean isCell() { return true; }

    @Override
    public boolean hasJavaBody() { return true; }

    @Override
    public @Nullable Object run(Call call, Host host) throws Throwable {
        host.err(call.written() + " is IPython's: " + ANSWERS.get(call.name()) + "\n");
        return call.body() == null ? null : host.evaluate(call.code());
    }
}
