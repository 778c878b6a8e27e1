package sconce.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sconce.DType;
import sconce.Generator;
import sconce.Note;
import sconce.Tensor;
import sconce.Torch;
import sconce.TorchException;
import sconce.TypeError;

/// Loaders: order, kinds of batches, worker threads.
class DataLoaderTest {
    private static Dataset<Integer> numbers(int n) { return Dataset.of(IntStream.range(0, n).boxed().toList()); }

    private static List<List<Integer>> batches(DataLoader<List<Integer>> loader) {
        var batches = new ArrayList<List<Integer>>();
        loader.forEach(batches::add);
        return batches;
    }

    @Test
    void options_follow_the_size_of_a_batch() {
        var data = new TensorDataset(Torch.arange(7));
        assertThat(new DataLoader<>(data, 3, o -> o.dropLast(true)).size()).isEqualTo(2);
        var generator = new sconce.Generator().manualSeed(7);
        var orders = new ArrayList<String>();
        new DataLoader<>(data, 7, true, o -> o.generator(generator))
                .forEach(batch -> orders.add(batch.get(0).toString()));
        var again = new sconce.Generator().manualSeed(7);
        new DataLoader<>(data, o -> o.batchSize(7).shuffle(true).generator(again))
                .forEach(batch -> orders.add(batch.get(0).toString()));
        assertThat(orders).hasSize(2);
        assertThat(orders.get(0)).isEqualTo(orders.get(1));
    }

    @Test
    void weights_are_taken_in_double_precision() {
        var exact = new WeightedRandomSampler(List.of(0.1, 0.2, 0.7), 8, true, new sconce.Generator().manualSeed(0));
        var given = new WeightedRandomSampler(Torch.tensor(List.of(0.1, 0.2, 0.7), o -> o.dtype(Torch.float64)), 8,
                true,
                new sconce.Generator().manualSeed(0));
        assertThat(exact).containsExactlyElementsOf(given);
        assertThat(new WeightedRandomSampler(Torch.ones(3), 5)).hasSize(5);
    }

    @Test
    void some_rows_of_a_set_are_a_set() {
        var data = new TensorDataset(Torch.arange(6).reshape(3, 2), Torch.arange(3));
        var rest = new TensorDataset(data.get("1:"));
        assertThat(rest).hasToString("TensorDataset(2 samples)");
        assertThat(rest.get(0)).hasToString("(tensor([2, 3]), tensor(1))");
    }

    @Test
    void workers_give_the_same_batches_in_the_same_order_for_any_set_and_options() {
        var random = new Random(7);
        for (var trial = 0; trial < 100; trial++) {
            var data = numbers(1 + random.nextInt(40));
            var size = 1 + random.nextInt(9);
            var drop = random.nextBoolean();
            var shuffle = random.nextBoolean();
            var seed = random.nextInt();
            var workers = 1 + random.nextInt(4);
            var ahead = random.nextInt(4);
            var plain = new DataLoader<List<Integer>>(data, batch -> batch, o -> o.batchSize(size).dropLast(drop)
                    .shuffle(shuffle).generator(new Generator().manualSeed(seed)));
            var worked = new DataLoader<List<Integer>>(data, batch -> batch, o -> o.batchSize(size).dropLast(drop)
                    .shuffle(shuffle).generator(new Generator().manualSeed(seed)).numWorkers(workers)
                    .prefetchFactor(ahead).persistentWorkers(seed % 2 == 0));
            for (var epoch = 0; epoch < 2; epoch++) {
                var expected = batches(plain);
                assertThat(expected).hasSize(plain.size());
                assertThat(batches(worked)).isEqualTo(expected);
            }
        }
    }

    @Test
    void batches_not_in_order_are_all_there() {
        var loader = new DataLoader<List<Integer>>(numbers(50), batch -> batch,
                o -> o.batchSize(3).numWorkers(3).inOrder(false));
        assertThat(batches(loader).stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(numbers(50));
    }

    @Test
    void each_worker_reads_its_part_of_a_stream() {
        IterableDataset<Tensor> stream = () -> {
            var worker = Data.getWorkerInfo();
            return IntStream.range(0, 10).filter(i -> i % worker.numWorkers() == worker.id()).mapToObj(Torch::tensor)
                    .iterator();
        };
        var loader = new DataLoader<>(stream, o -> o.batchSize(3).numWorkers(2));
        assertThat(loader.stream().map(Tensor::tolist)).containsExactly(List.of(0L, 2L, 4L), List.of(1L, 3L, 5L),
                List.of(6L, 8L), List.of(7L, 9L));
    }

    @Test
    void workers_begin_with_their_function_and_have_seeds_of_their_own() {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        Set<Long> seeds = ConcurrentHashMap.newKeySet();
        var data = numbers(20).map(i -> {
            seeds.add(Data.getWorkerInfo().seed());
            return Torch.tensor(i);
        });
        new DataLoader<>(data, o -> o.numWorkers(3).workerInitFn(begun::add)).forEach(batch -> {});
        assertThat(begun).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(seeds).hasSize(3);
        assertThat(Data.getWorkerInfo()).isNull();
    }

    @Test
    void an_error_of_a_worker_comes_out_of_the_loop() {
        var data = numbers(10).map(i -> {
            if (i == 4) throw new IllegalStateException("sample 4 is broken");
            return Torch.tensor(i);
        });
        var seen = new HashSet<Object>();
        assertThatThrownBy(() -> new DataLoader<>(data, o -> o.numWorkers(2)).forEach(seen::add))
                .isInstanceOf(IllegalStateException.class).hasMessage("sample 4 is broken")
                .satisfies(error -> assertThat(Note.of(error))
                        .containsExactly("in sample 4, fetched by DataLoader worker 0"));
        assertThat(seen).hasSize(4);
    }

    @Test
    void an_error_names_the_samples_it_comes_from() {
        var ragged = numbers(4).map(i -> Torch.ones(i < 3 ? 2 : 3));
        for (var workers : List.of(0, 2)) {
            assertThatThrownBy(() -> new DataLoader<>(ragged, o -> o.batchSize(2).numWorkers(workers)).forEach(b -> {}))
                    .isInstanceOf(TorchException.class)
                    .hasMessageContaining("stack expects each tensor to be equal size")
                    .hasToString("RuntimeError: stack expects each tensor to be equal size, but got [2] at entry 0 and "
                            + "[3] at entry 1" + System.lineSeparator() + "in the batch of samples [2, 3]"
                            + (workers == 0 ? "" : ", fetched by DataLoader worker 1"));
        }
    }

    @Test
    void a_worker_that_takes_too_long_is_given_up() {
        var never = new CountDownLatch(1);
        var data = numbers(3).map(i -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Torch.tensor(i);
        });
        assertThatThrownBy(() -> new DataLoader<>(data, o -> o.numWorkers(1).timeout(0.05)).forEach(batch -> {}))
                .isInstanceOf(TorchException.class).hasMessage("DataLoader timed out after 0.05 seconds");
    }

    record Sample(Tensor x, Tensor y) {}

    record Labelled(Tensor x, int label) {}

    record Nested(Sample sample, Map<String, Object> more, Object label) {}

    @Test
    void records_become_records_of_batches() {
        var nested = Dataset.of(List.of(0, 1, 2)).map(i -> new Nested(new Sample(Torch.tensor(i), Torch.ones(2)),
                Map.of("weight", i / 2.), i));
        var batch = new DataLoader<>(nested, 3).iterator().next();
        assertThat(batch.sample().x().tolist()).isEqualTo(List.of(0L, 1L, 2L));
        assertThat(batch.sample().y().shape()).isEqualTo(Torch.size(3, 2));
        assertThat(batch.more().get("weight")).hasToString("tensor([0.0000, 0.5000, 1.0000], dtype=torch.float64)");
        assertThat(batch.label()).hasToString("tensor([0, 1, 2])");
    }

    @Test
    void what_cannot_hold_a_batch_says_what_to_do() {
        var labelled = Dataset.of(List.of(new Labelled(Torch.ones(1), 3)));
        assertThatThrownBy(() -> new DataLoader<>(labelled).iterator().next()).isInstanceOf(TypeError.class)
                .hasMessageContaining("its component label is a int, of which a batch is a Tensor")
                .hasMessageContaining("collate function");
        assertThatThrownBy(() -> new DataLoader<>(numbers(3)).iterator().next()).isInstanceOf(TypeError.class)
                .hasMessageContaining("DataLoader.of(dataset, options)");
        assertThat(DataLoader.of(numbers(3), o -> o.batchSize(3)).iterator().next()).hasToString("tensor([0, 1, 2])");
        assertThatThrownBy(() -> Data.defaultCollate(List.of(Torch.ones(1), 3))).isInstanceOf(TypeError.class)
                .hasMessageContaining("of one kind");
        assertThatThrownBy(() -> Data.defaultCollate(List.of(List.of(1), List.of(1, 2))))
                .isInstanceOf(TorchException.class)
                .hasMessage("each element in list of batch should be of equal size");
        assertThatThrownBy(() -> Data.defaultCollate(List.of(new Object()))).isInstanceOf(TypeError.class)
                .hasMessageContaining("found Object");
    }

    @Test
    void rows_of_tensors_are_gathered_as_they_would_be_one_by_one() {
        var data = new TensorDataset(Torch.randn(7, 2, 3), Torch.arange(7));
        var gathered = new DataLoader<>(data, o -> o.batchSize(3).sampler(List.of(6, -1, 0, 3)));
        var single = new DataLoader<List<Object>>(data, batch -> (List<Object>) Data.defaultCollate(batch),
                o -> o.batchSize(3).sampler(List.of(6, -1, 0, 3)));
        assertThat(gathered.stream().map(Object::toString)).isEqualTo(single.stream().map(Object::toString).toList());
    }

    @Test
    void numbers_keep_their_kind() {
        assertThat(((Tensor) Data.defaultCollate(List.of(1.5f, 2f))).dtype()).isEqualTo(DType.float32);
        assertThat(((Tensor) Data.defaultCollate(List.of(1.5, 2.))).dtype()).isEqualTo(DType.float64);
        assertThat(((Tensor) Data.defaultCollate(List.of(1, 2))).dtype()).isEqualTo(DType.int64);
        assertThat(((Tensor) Data.defaultCollate(List.of(true, false))).dtype()).isEqualTo(DType.bool);
        assertThat(Data.defaultCollate(List.of("a", "b"))).isEqualTo(List.of("a", "b"));
        assertThat(Data.defaultCollate(List.of(new double[] { 1, 2 }, new double[] { 3, 4 })))
                .hasToString("tensor([[1., 2.], [3., 4.]])".replace("], [", "],\n        ["));
    }

    @Test
    void tensors_of_different_lengths_make_no_set() {
        assertThatThrownBy(() -> new TensorDataset(Torch.ones(3), Torch.ones(2)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("Size mismatch between tensors");
    }

    @Test
    void a_stream_without_a_length_says_so_and_refuses_an_order() {
        IterableDataset<Tensor> stream = () -> List.of(Torch.ones(1)).iterator();
        assertThatThrownBy(() -> new DataLoader<>(stream).size()).isInstanceOf(TypeError.class)
                .hasMessageContaining("has no len()");
        assertThatThrownBy(() -> new DataLoader<>(stream, 2, true)).hasMessage(
                "DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle=True");
    }
}
