package sconce.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import sconce.Torch;
import sconce.ValueError;
import sconce.data.DataLoader;
import sconce.data.Dataset;
import sconce.data.RandomSampler;
import sconce.data.TensorDataset;
import sconce.nn.Linear;
import sconce.optim.ChainedScheduler;
import sconce.optim.ConstantLR;
import sconce.optim.CosineAnnealingLR;
import sconce.optim.LinearLR;
import sconce.optim.ParamGroup;
import sconce.optim.ReduceLROnPlateau;
import sconce.optim.SGD;
import sconce.optim.SequentialLR;
import sconce.optim.StepLR;

class TrainingTablesTest {
    private static Document page(Object value) { return Jsoup.parse((String) Renderer.show(value).get("text/html")); }

    @Test
    void an_optimizer_is_a_row_for_each_parameter_group() {
        var first = new Linear(2, 3);
        var second = new Linear(3, 1);
        var sgd = new SGD(new ParamGroup(first).lr(0.1), new ParamGroup(second).lr(0.01).momentum(0.9));
        assertThat(Renderer.show(sgd)).containsEntry("text/plain", sgd.toString());
        var page = page(sgd);
        assertThat(page.select("header").text()).isEqualTo("SGD 2 parameter groups · 13 parameters · no state yet");
        assertThat(page.select("thead th").eachText()).startsWith("group", "tensors", "parameters", "lr")
                .contains("momentum", "weight_decay");
        assertThat(page.select("tbody tr").eachText().get(0)).startsWith("0 2 9 0.1 ");
        assertThat(page.select("tbody tr").eachText().get(1)).startsWith("1 2 4 0.01 ").contains("0.9");
    }

    @Test
    void a_scheduler_tells_its_epoch_and_rates() {
        var sgd = new SGD(new Linear(2, 3), o -> o.lr(0.5));
        var page = page(new StepLR(sgd, 3));
        assertThat(page.select("header").text()).isEqualTo("StepLR epoch 0 · lr 0.5 · of SGD with 1 parameter group");
        assertThat(page.select("tbody tr").eachText()).contains("step_size 3", "gamma 0.1");
    }

    @Test
    void a_scheduler_shows_the_course_of_its_rates_and_stays_as_it_is() {
        var sgd = new SGD(new Linear(2, 3), o -> o.lr(0.5));
        var scheduler = new CosineAnnealingLR(sgd, 10);
        assertThat(page(scheduler).select("img").attr("alt"))
                .isEqualTo("Plot, lr over epoch: line of 11 values from 0.5 to 0, least 0 at 10, greatest 0.5 at 0");
        for (var i = 0; i < 4; i++) {
            sgd.step();
            scheduler.step();
        }
        var state = scheduler.stateDict().toString();
        assertThat(page(scheduler).select("img").attr("alt"))
                .contains("lr line of 11 values", "epoch 4 1 point, x from 4 to 4");
        assertThat(scheduler.stateDict()).hasToString(state);
        assertThat(sgd.paramGroups().getFirst().lr()).isEqualTo(scheduler.getLastLr().getFirst());
    }

    @Test
    void schedulers_of_schedulers_and_groups_have_a_line_for_each_course() {
        var sgd = new SGD(new ParamGroup(new Linear(2, 3)).lr(0.1), new ParamGroup(new Linear(3, 1)).lr(0.2),
                new ParamGroup(new Linear(3, 1)).lr(0.2));
        var both = new SequentialLR(sgd, List.of(new LinearLR(sgd), new StepLR(sgd, 2)), 5);
        var page = page(both);
        assertThat(page.select("tbody tr").eachText()).containsExactly("milestones [5]");
        assertThat(page.select("img").attr("alt")).contains("group 0 line of 16 values from 0.03333 to 1e-06",
                "group 1 line").doesNotContain("group 2");
        assertThat(page(new ChainedScheduler(new ConstantLR(sgd), new StepLR(sgd, 2))).select("table")).isEmpty();
    }

    /// Its rates hang on numbers that nobody knows yet.
    @Test
    void a_plateau_shows_what_was() {
        var sgd = new SGD(new Linear(2, 3), o -> o.lr(0.5));
        var scheduler = new ReduceLROnPlateau(sgd, o -> o.patience(0));
        assertThat(page(scheduler).select("img")).isEmpty();
        scheduler.step(1.0);
        scheduler.step(1.0);
        assertThat(page(scheduler).select("img").attr("alt")).contains("line of 3 values from 0.5 to 0.05");
    }

    @Test
    void a_loader_tells_samples_batches_and_settings_and_takes_none() {
        var taken = new int[1];
        Dataset<Object> counting = new Dataset<>() {
            @Override
            public int size() { return 10; }

            @Override
            public Object get(int index) { return taken[0]++; }
        };
        var page = page(new DataLoader<>(counting, o -> o.batchSize(4).shuffle(true)));
        assertThat(page.select("header").text()).isEqualTo("DataLoader 10 samples · 3 batches");
        assertThat(page.select("tbody tr").eachText()).contains("dataset Dataset(10 samples)", "batch_size 4",
                "shuffle True", "drop_last False", "num_workers 0");
        assertThat(Renderer.show(counting)).containsEntry("text/plain", "Dataset(10 samples)");
        assertThat(taken[0]).isZero();
    }

    @Test
    void data_sets_and_samplers_tell_their_size() {
        var page = page(new TensorDataset(Torch.ones(10, 3), Torch.zeros(10)));
        assertThat(page.select("header").text()).isEqualTo("TensorDataset 10 samples");
        assertThat(page.select("tbody tr").eachText()).containsExactly("0 [10, 3] float32 cpu", "1 [10] float32 cpu");
        assertThat(page(new RandomSampler(5)).select("header").text()).isEqualTo("RandomSampler 5 draws");
        assertThat(Renderer.show(Dataset.of(List.of(1, 2))).get("text/plain").toString()).contains("[1, 2]");
    }

    @Test
    void an_exception_that_is_a_value_tells_what_caused_it() {
        var thrown = new IllegalStateException("<outer>", new ValueError("inner"));
        assertThat(Renderer.show(thrown)).containsEntry("text/plain",
                "java.lang.IllegalStateException: <outer>\ncaused by ValueError: inner");
        var page = page(thrown);
        assertThat(page.select("header").text()).isEqualTo("IllegalStateException <outer>");
        assertThat(page.select("tbody tr").eachText().getFirst())
                .startsWith("sconce.show.TrainingTablesTest.an_exception_that_is_a_value_tells_what_caused_it")
                .contains("TrainingTablesTest.java:");
        assertThat(page.select("tbody tr").eachText()).contains("caused by ValueError: inner");
    }
}
