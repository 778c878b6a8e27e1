package sconce.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sconce.Tensor;
import sconce.Torch;

/// State dicts on disk: 50 tensors of 4 MB, and 2,000 of 64 bytes.
///
/// A row writes one file over and over; what is loaded was just written, so it comes from the system's cache.
final class FileWorkloads {
    private FileWorkloads() {}

    static List<Workload> all(Path folder) {
        var rows = new ArrayList<Workload>();
        for (var size : List.of("200mb", "2000_small")) {
            for (var format : List.of("pt", "safetensors")) {
                var row = size + "_" + format;
                var file = folder.resolve(row + "." + format);
                rows.add(new Workload("save_" + row, 1, 10, () -> save(size, file)));
                rows.add(new Workload("load_" + row, 1, 10, () -> load(size, file)));
                rows.add(new Workload("load_sum_" + row, 1, 10, () -> loadAndSum(size, file)));
            }
        }
        return rows;
    }

    private static Map<String, Tensor> state(String size) {
        var big = size.equals("200mb");
        var side = big ? 1024 : 4;
        var state = new LinkedHashMap<String, Tensor>();
        for (var i = 0; i < (big ? 50 : 2000); i++) state.put("layer" + i + ".weight", Torch.rand(side, side));
        return state;
    }

    private static Workload.Built save(String size, Path file) {
        var state = state(size);
        return new Workload.Built(() -> {
            Torch.save(state, file);
            return null;
        }, () -> {
            Torch.save(state, file);
            return file.toFile().length();
        });
    }

    private static Workload.Built load(String size, Path file) {
        Torch.save(state(size), file);
        return new Workload.Built(() -> loaded(file),
                () -> loaded(file).values().stream().mapToLong(Tensor::numel).sum());
    }

    private static Workload.Built loadAndSum(String size, Path file) {
        Torch.save(state(size), file);
        return new Workload.Built(() -> sum(file), () -> sum(file));
    }

    private static Map<String, Tensor> loaded(Path file) { return Torch.load(file); }

    private static double sum(Path file) {
        return loaded(file).values().stream().mapToDouble(tensor -> tensor.sum().doubleValue()).sum();
    }
}
