// Run by .ci/accessibility: writes the library's displays as saved outputs into trusted.ipynb and untrusted.ipynb, in the
// folder that DISPLAYS names.

class Odd extends Module {
    Linear tied = new Linear(4, 4);
    Linear same = tied;
    LazyLinear lazy = new LazyLinear(3);
    BatchNorm1d norm = new BatchNorm1d(4);
    List<Module> forgotten = List.of(new ReLU(), new ReLU());
    Tensor plain = Torch.ones(2);
    Tensor forward(Tensor x) { return norm.call(x.add(same.call(tied.call(x)))); }
}

record Score(String name, int epoch, double loss) {}

Map<String, Object> displays() {
    var shared = new Linear(8, 8);
    var model = new Sequential(new Sequential(new Linear(4, 8), new ReLU(), new Dropout(0.5)), shared, shared,
            new Sequential(new ReLU(), new ReLU(), new ReLU()), new Linear(8, 2));
    model.get(0).eval();
    shared.requiresGrad_(false);
    var other = Module.deepcopy(model).stateDict();
    other.remove("1.bias");
    var odd = new Odd();
    odd.addModule("<script>", new ReLU());
    var displays = new LinkedHashMap<String, Object>();
    displays.put("model", model);
    displays.put("odd model", odd);
    displays.put("state dict", model.stateDict());
    displays.put("named modules", model.namedModules());
    displays.put("named parameters", model.namedParameters());
    displays.put("summary", summary(model, 2, 4));
    displays.put("graph", graph(model, 2, 4));
    displays.put("diff", diff(model, other));
    displays.put("named children", model.namedChildren());
    displays.put("list of modules", model.children());
    displays.put("list of tensors", model.parameters());
    displays.put("map of modules", new TreeMap<>(Map.of("a", new ReLU(), "b", 2)));
    var adam = new Adam(new ParamGroup(model.get(4)).lr(1e-3), new ParamGroup(model.get(0)).lr(1e-4));
    displays.put("optimizer", adam);
    displays.put("scheduler", new CosineAnnealingLR(adam, 10));
    var digits = new TensorDataset(Torch.ones(10, 3), Torch.zeros(10));
    displays.put("data set", digits);
    displays.put("data loader", new DataLoader<>(digits, 4, true));
    displays.put("sampler", new RandomSampler(10));
    displays.put("exception", new IllegalStateException("<outer>", new ValueError("inner")));
    displays.put("records", List.of(new Score("a", 1, 0.5), new Score("<b>", 20, 0.25)));
    displays.put("maps", List.of(Map.of("x", 1), Map.of("x", 2, "y", "z")));
    displays.put("tensor", Torch.arange(1200).reshape(30, 40).to(Torch.float32).sub(600).div(300).sin());
    var broken = Torch.linspace(-1, 1, 60).reshape(6, 10);
    broken.get(2).fill_(Double.NaN);
    displays.put("tensor with NaN", broken);
    displays.put("few elements", Torch.tensor(1.0, 2.0, 6.0).requiresGrad_());
    var ramp = Torch.linspace(0, 1, 3 * 24 * 24).reshape(24, 24, 3).permute(2, 0, 1);
    displays.put("image", ramp);
    displays.put("images", showImages(Torch.stack(List.of(ramp, ramp.flip(1), ramp.flip(2))), o -> o.titles("one", "<b>", "셋")));
    displays.put("plot", plot("train", List.of(2.3, 1.1, 0.6, 0.4), "<test>", List.of(2.4, 1.5, 1.1, 1.0),
            o -> o.title("Training").xLabel("epoch").yLabel("loss")));
    displays.put("heat map", heatmap(Torch.eye(3), o -> o.values(true).names("a", "b", "c")));
    displays.put("bars", bars(new TreeMap<>(Map.of("<b>", 3, "개", 5))));
    displays.put("histogram", hist(Torch.linspace(-1, 1, 500).pow(3), o -> o.title("세제곱")));
    displays.put("recurrent output", new LSTM(3, 4).call(Torch.ones(2, 1, 3)));
    return displays;
}

String json(Object text) {
    var out = new StringBuilder("\"");
    String.valueOf(text).chars().forEach(c -> {
        if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') out.append("\\u%04x".formatted(c));
        else out.append((char) c);
    });
    return out.append('"').toString();
}

void write() throws java.io.IOException {
    var cells = new ArrayList<String>();
    displays().forEach((name, value) -> {
        var forms = Renderer.show(value);
        if (!forms.containsKey(Renderer.HTML)) throw new IllegalStateException(name + " is not shown as HTML");
        cells.add("""
                {"cell_type": "code", "execution_count": 1, "id": "%s", "metadata": {}, "source": [%s], "outputs": [
                  {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": %s, "text/html": %s}}]}"""
                .formatted("c" + cells.size(), json(name), json(forms.get(Renderer.TEXT)), json(forms.get(Renderer.HTML))));
    });
    for (var name : List.of("trusted", "untrusted")) {
        // Trust belongs to what a notebook holds, so that the two must differ. No kernel has this name, so none is started.
        Files.writeString(Path.of(System.getenv("DISPLAYS"), name + ".ipynb"), """
                {"nbformat": 4, "nbformat_minor": 5, "cells": [%s],
                 "metadata": {"title": "%s", "kernelspec": {"name": "none", "display_name": "none", "language": "java"}}}"""
                .formatted(String.join(",\n", cells), name));
    }
}

write();
