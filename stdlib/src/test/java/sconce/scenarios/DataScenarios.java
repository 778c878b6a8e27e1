package sconce.scenarios;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import sconce.Generator;
import sconce.Tensor;
import sconce.Torch;
import sconce.data.*;
import sconce.nn.*;
import sconce.optim.Adam;
import sconce.optim.ExponentialLR;
import sconce.optim.SGD;

/// Scenarios of data sets and loaders.
@SuppressWarnings("unused") // Guards are there to be closed.
final class DataScenarios extends Scenarios {
    private static final Dataset<Integer> FIVE = Dataset.of(List.of(0, 1, 2, 3, 4));

    private static Generator seeded(long seed) { return new Generator().manualSeed(seed); }

    private static List<Object> column(Iterable<List<Tensor>> batches, int column) {
        return StreamSupport.stream(batches.spliterator(), false).map(batch -> batch.get(column).tolist()).toList();
    }

    void scenario140() {
        var x = Torch.arange(10.).reshape(5, 2);
        var y = Torch.tensor(0, 1, 0, 1, 1);
        var data = new TensorDataset(x, y);
        print(data.size(), data.get(1).toString());
        print(data.get("1:3").toString());
        for (var batch : new DataLoader<>(data, 2)) print(batch.get(0), batch.get(1));
        var loader = new DataLoader<>(data, o -> o.batchSize(2).dropLast(true));
        print(loader.size(), column(loader, 1));
        print(column(new DataLoader<>(data), 1));
        print(list(new DataLoader<>(data, o -> o.batchSize(null))).get(4));
        // Python's `assert` was off when the record was made: it has no line for the mismatch, which DataLoaderTest tests.
    }

    void scenario141() {
        var data = new TensorDataset(Torch.arange(8));
        Torch.manualSeed(0);
        var loader = new DataLoader<>(data, 3, true);
        print(column(loader, 0));
        print(column(loader, 0));
        Torch.manualSeed(0);
        print(column(loader, 0));
        var seeded = new DataLoader<>(data, o -> o.batchSize(3).shuffle(true).generator(seeded(42)));
        print(column(seeded, 0));
        print(column(seeded, 0));
        print(list(new RandomSampler(5, o -> o.generator(seeded(1)))));
        print(list(new RandomSampler(5, o -> o.replacement(true).numSamples(8).generator(seeded(1)))));
        Torch.manualSeed(0);
        print(Torch.randperm(8), Torch.randperm(5, o -> o.generator(seeded(42))));
    }

    void scenario142() {
        var data = new TensorDataset(Torch.arange(6).mul(10));
        var g = seeded(0);
        print(list(new SequentialSampler(4)), list(new BatchSampler(new SequentialSampler(FIVE), 2, false)));
        print(list(new BatchSampler(new SequentialSampler(FIVE), 2, true)));
        print(list(new SubsetRandomSampler(List.of(5, 3, 1), g)));
        print(list(new WeightedRandomSampler(List.of(0., 1., 0., 3.), 12, true, seeded(0))));
        print(list(new WeightedRandomSampler(List.of(1., 2., 3.), 3, false, seeded(0))));
        print(column(new DataLoader<>(data, o -> o.batchSize(2).sampler(List.of(4, 2, 0))), 0));
        print(column(new DataLoader<>(data, o -> o.batchSampler(List.of(List.of(0), List.of(5, 1, 2)))), 0));
        for (var options : List.<Consumer<LoaderOptions>>of(o -> o.shuffle(true).sampler(List.of(0)),
                o -> o.batchSize(0), o -> o.batchSize(2).batchSampler(List.of(List.of(0))),
                o -> o.batchSize(null).dropLast(true))) {
            print(failure(() -> new DataLoader<>(data, options)));
        }
    }

    void scenario143() {
        var data = new TensorDataset(Torch.arange(10));
        print(list(new Subset<>(data, List.of(7, 0, 3)).map(row -> row.getFirst().item())));
        var parts = data.randomSplit(seeded(0), 7, 3);
        print(parts.get(0).size(), parts.get(1).size(), parts.get(0).indices(), parts.get(1).indices());
        print(list(data.randomSplit(seeded(1), 0.5, 0.3, 0.2).stream().map(Subset::indices).toList()));
        var seven = Dataset.of(IntStream.range(0, 7).boxed().toList());
        print(seven.randomSplit(0.5, 0.5).stream().map(Subset::size).toList());
        var joined = new ConcatDataset<>(new Subset<>(data, List.of(1, 2)), new Subset<>(data, List.of(9)));
        print(joined.size(), IntStream.range(0, 3).mapToObj(i -> joined.get(i).getFirst().item()).toList(),
                joined.get(-1).getFirst().item(), joined.cumulativeSizes());
        var numbers = Dataset.of(List.of(0, 1, 2));
        var letters = Dataset.of(List.of("a", "b", "c"));
        print(new StackDataset(numbers, letters).get(1).toString(),
                StackDataset.of(Map.entry("x", numbers), Map.entry("y", letters)).get(2));
        IterableDataset<Integer> low = () -> IntStream.range(0, 3).iterator();
        IterableDataset<Integer> high = () -> IntStream.range(10, 12).iterator();
        print(list(new ChainDataset<>(low, high)));
        for (var action : List.<Step>of(() -> data.randomSplit(7, 7), () -> data.randomSplit(0.9, 0.9),
                () -> joined.get(5))) {
            print(failure(action));
        }
    }

    record Sample(Tensor x, Tensor y) {}

    record Squares(int size, UnaryOperator<Tensor> transform) implements Dataset<Sample> {
        @Override
        public Sample get(int i) {
            return new Sample(transform.apply(Torch.tensor("[" + i + ".]")), Torch.tensor(i * i));
        }
    }

    void scenario144() {
        for (var batch : new DataLoader<>(new Squares(4, x -> x), 2)) print(batch.x(), batch.y());
        print(new DataLoader<>(new Squares(4, x -> x.add(100)), 3).iterator().next().x());
        print(Data.defaultCollate(List.of(row(1, 2.5, "x"), row(3, 4.5, "y"))));
        print(Data.defaultCollate(List.of(List.of(Torch.ones(2), true), List.of(Torch.zeros(2), false))));
        var words = Dataset.of(List.of("a", "bcd", "ef"));
        var longest = new DataLoader<>(words, batch -> tuple(
                batch.stream().max(Comparator.comparingInt(String::length)).orElseThrow(),
                Torch.tensor(batch.stream().mapToLong(String::length).toArray())), o -> o.batchSize(3));
        print(longest.iterator().next());
        print(failure(() -> Data.defaultCollate(List.of(Torch.ones(2), Torch.ones(3)))));
    }

    private static Map<String, Object> row(Object a, Object b, Object c) {
        var row = new LinkedHashMap<String, Object>();
        row.put("a", a);
        row.put("b", b);
        row.put("c", c);
        return row;
    }

    void scenario121() {
        var x = Digits.all().tensors().get(0).flatten(1);
        var y = Digits.all().tensors().get(1);
        var trainX = x.get(":1400");
        var trainY = y.get(":1400");
        var testX = x.get("1400:");
        var testY = y.get("1400:");
        print(sizes(x), y.get(":10"));
        Torch.manualSeed(0);
        var model = new Sequential(new Linear(64, 32), new ReLU(), new Linear(32, 10));
        print(model);
        var lossFn = new CrossEntropyLoss();
        var optimizer = new Adam(model.parameters(), 0.01);
        for (var epoch = 0; epoch < 31; epoch++) {
            var loss = lossFn.call(model.call(trainX), trainY);
            optimizer.zeroGrad();
            loss.backward();
            optimizer.step();
            if (epoch % 10 == 0) print("epoch %2d  loss %.3f".formatted(epoch, loss.doubleValue()));
        }
        try (var guard = Torch.noGrad()) {
            var accuracy = model.call(testX).argmax(1).eq(testY).toFloat().mean().doubleValue();
            print("accuracy above 85 %:", accuracy > 0.85);
            print(model.call(testX.get(":5")).argmax(1), testY.get(":5"));
        }
    }

    void scenario145() {
        var x = Torch.stack(List.of(Torch.linspace(-1, 1, 40), Torch.linspace(1, -0.5, 40)), 1);
        var y = x.get(":, :1").mul(2).sub(x.get(":, 1:")).add(0.5);
        var loader = new DataLoader<>(new TensorDataset(x, y), o -> o.batchSize(8).shuffle(true).generator(seeded(3)));
        var model = new Linear(2, 1);
        Init.zeros_(model.weight);
        Init.zeros_(model.bias);
        var optimizer = new SGD(model.parameters(), 0.1);
        var scheduler = new ExponentialLR(optimizer, 0.8);
        for (var epoch = 0; epoch < 5; epoch++) {
            var total = 0.;
            var count = 0L;
            for (var batch : loader) {
                var loss = F.mseLoss(model.call(batch.get(0)), batch.get(1));
                optimizer.zeroGrad();
                loss.backward();
                optimizer.step();
                total += loss.doubleValue() * batch.get(0).size(0);
                count += batch.get(0).size(0);
            }
            scheduler.step();
            print("epoch %d  loss %.4f  rate %.4f".formatted(epoch, total / count, scheduler.getLastLr().getFirst()));
        }
        print("%.3f %.3f %.3f".formatted(model.weight.get(0, 0).doubleValue(), model.weight.get(0, 1).doubleValue(),
                model.bias.doubleValue()));
    }
}
