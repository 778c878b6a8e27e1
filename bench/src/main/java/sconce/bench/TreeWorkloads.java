package sconce.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.Linear;
import sconce.nn.Module;
import sconce.nn.ReLU;
import sconce.nn.Sequential;
import sconce.nn.TransformerEncoder;
import sconce.nn.TransformerEncoderLayer;
import sconce.show.Renderer;
import sconce.show.Show;

/// Walks over trees of modules, and their texts.
final class TreeWorkloads {
    private TreeWorkloads() {}

    static List<Workload> all() {
        return List.of(new Workload("state_dict_1000_modules", 3, 60, TreeWorkloads::stateDict),
                new Workload("load_state_dict_1000_modules", 3, 60, TreeWorkloads::loadStateDict),
                new Workload("state_dict_100k", 1, 10, TreeWorkloads::stateDictWide),
                new Workload("named_modules_100k", 1, 20, TreeWorkloads::namedModules),
                new Workload("named_parameters_100k", 1, 20, TreeWorkloads::namedParameters),
                new Workload("repr_100k_modules", 1, 10, () -> text(tree(1000))),
                new Workload("repr_tensor_1000", 2, 100, TreeWorkloads::tensorText));
    }

    /// What displays cost; their peers are treescope and torchinfo.
    static List<Workload> displays() {
        return List.of(new Workload("display_repr_483", 1, 20, () -> text(encoder())),
                new Workload("display_repr_10k", 1, 20, () -> text(tree(100))),
                new Workload("display_html_483", 1, 20, () -> html(encoder())),
                new Workload("display_html_10k", 1, 20, () -> html(tree(100))),
                new Workload("display_html_100k", 1, 10, () -> html(tree(1000))),
                new Workload("display_summary_483", 1, 20, () -> summary(encoder())),
                new Workload("display_summary_10k", 1, 10, () -> summary(tree(100))),
                new Workload("display_summary_forward_483", 1, 10, () -> summary(encoder(), 8, 16, 64)),
                new Workload("display_summary_forward_10k", 1, 5, () -> summary(tree(100), 1, 2)));
    }

    /// `1 + count * (1 + 33 * 3)` modules: 1,000 make 100,001.
    static Sequential tree(int count) {
        return new Sequential(IntStream.range(0, count).mapToObj(_ -> new Sequential(IntStream.range(0, 33)
                .mapToObj(_ -> new Sequential(new Linear(2, 2), new ReLU())).toArray(Module[]::new)))
                .toArray(Module[]::new));
    }

    /// 483 modules.
    private static Module encoder() {
        var layer = new TransformerEncoderLayer(64, 4, o -> o.dimFeedforward(256).dropout(0.0).batchFirst(true));
        return new TransformerEncoder(layer, 48, new sconce.nn.LayerNorm(64));
    }

    private static Workload.Built stateDict() {
        var model = CallWorkloads.linears(1000);
        return new Workload.Built(model::stateDict, () -> model.stateDict().size());
    }

    private static Workload.Built stateDictWide() {
        var model = tree(1000);
        return new Workload.Built(model::stateDict, () -> model.stateDict().size());
    }

    private static Workload.Built loadStateDict() {
        var model = CallWorkloads.linears(1000);
        var state = new LinkedHashMap<String, Tensor>();
        model.stateDict().forEach((key, value) -> state.put(key, ((Tensor) value).clone()));
        return new Workload.Built(() -> model.loadStateDict(state), state::size);
    }

    private static Workload.Built namedModules() {
        var model = tree(1000);
        return new Workload.Built(() -> count(model.namedModules()), () -> count(model.namedModules()));
    }

    private static Workload.Built namedParameters() {
        var model = tree(1000);
        return new Workload.Built(() -> count(model.namedParameters()), () -> count(model.namedParameters()));
    }

    private static int count(Map<String, ?> entries) {
        var count = 0;
        for (var entry : entries.entrySet()) if (entry.getKey() != null) count++;
        return count;
    }

    private static Workload.Built text(Module model) {
        return new Workload.Built(model::toString, () -> model.toString().length());
    }

    private static Workload.Built tensorText() {
        var tensor = Torch.rand(20, 50);
        return new Workload.Built(tensor::toString, () -> tensor.toString().length());
    }

    private static Workload.Built html(Module model) {
        return new Workload.Built(() -> Renderer.show(model),
                () -> String.valueOf(Renderer.show(model).get(Renderer.HTML)).getBytes(UTF_8).length);
    }

    private static Workload.Built summary(Module model, int... size) {
        Supplier<String> call = size.length == 0 ? () -> Show.summary(model).toString()
                : () -> Show.summary(model, Torch.size(Arrays.stream(size).asLongStream().toArray()))
                        .toString();
        return new Workload.Built(call::get, () -> call.get().lines().count());
    }
}
