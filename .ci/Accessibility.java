import static sconce.show.Show.diff;
import static sconce.show.Show.graph;
import static sconce.show.Show.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import sconce.nn.Dropout;
import sconce.nn.Linear;
import sconce.nn.Module;
import sconce.nn.ReLU;
import sconce.nn.Sequential;
import sconce.show.Renderer;

/// Writes notebooks that hold the library's displays as saved outputs: `trusted.ipynb` and `untrusted.ipynb`.
void main(String[] arguments) throws IOException {
    var shared = new Linear(8, 8);
    var model = new Sequential(new Sequential(new Linear(4, 8), new ReLU(), new Dropout(0.5)), shared, shared,
            new Sequential(new ReLU(), new ReLU(), new ReLU()), new Linear(8, 2));
    model.get(0).eval();
    shared.requiresGrad_(false);
    var other = Module.deepcopy(model).stateDict();
    other.remove("1.bias");
    var outputs = List.<Object>of(model, model.stateDict(), model.namedModules(), summary(model, 2, 4),
            graph(model, 2, 4),
            diff(model, other));
    var cells = outputs.stream().map(Renderer::show)
            .map(forms -> """
                    {"cell_type": "code", "execution_count": 1, "id": "%s", "metadata": {}, "source": [], "outputs": [
                      {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": %s, "text/html": %s}}]}"""
                    .formatted("c" + Math.abs(forms.hashCode()), json(forms.get(Renderer.TEXT)),
                            json(forms.get(Renderer.HTML))))
            .collect(Collectors.joining(",\n"));
    for (var name : List.of("trusted", "untrusted")) {
        // Trust belongs to what a notebook holds, so that the two must differ.
        Files.writeString(Path.of(arguments[0], name + ".ipynb"),
                """
                        {"nbformat": 4, "nbformat_minor": 5, "cells": [%s],
                         "metadata": {"title": "%s", "kernelspec": {"name": "none", "display_name": "none", "language": "java"}}}"""
                        .formatted(cells, name));
    }
}

String json(Object text) {
    var out = new StringBuilder("\"");
    String.valueOf(text).chars().forEach(c -> {
        if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') out.append("\\u%04x".formatted(c));
        else out.append((char) c);
    });
    return out.append('"').toString();
}
