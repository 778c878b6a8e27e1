package sconce.show;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sconce.Print;
import sconce.optim.LRCurve;
import sconce.optim.LRScheduler;
import sconce.optim.Optimizer;
import sconce.optim.ParamGroup;
import sconce.show.TableNode.Column;

/// From optimizers and schedulers to tables: a row for each parameter group, a row for each setting.
final class OptimizerReader {
    private static final int MOST_CURVES = 5;

    private OptimizerReader() {}

    static TableNode read(Optimizer optimizer) {
        var groups = optimizer.paramGroups();
        var options = new LinkedHashSet<String>();
        // The learning rate is what one looks for first.
        if (groups.stream().anyMatch(group -> group.has("lr"))) options.add("lr");
        groups.forEach(group -> options.addAll(group.options().keySet()));
        var columns = new ArrayList<Column>();
        columns.add(new Column("group", false));
        columns.add(new Column("tensors", true));
        columns.add(new Column("parameters", true));
        options.forEach(option -> columns.add(new Column(option, true)));
        var rows = new ArrayList<List<String>>();
        for (var group : groups) {
            var row = new ArrayList<String>();
            row.add(String.valueOf(rows.size()));
            row.add(Words.count(group.params().size()));
            row.add(Words.count(elements(group)));
            for (var option : options) row.add(group.has(option) ? Print.repr(group.get(option)) : "");
            rows.add(row);
        }
        var facts = new ArrayList<String>();
        facts.add(Words.count(groups.size(), "parameter group"));
        facts.add(Words.count(groups.stream().mapToLong(OptimizerReader::elements).sum(), "parameter"));
        var stepped = optimizer.state().size();
        facts.add(stepped == 0 ? "no state yet" : "state of " + Words.count(stepped, "tensor"));
        return new TableNode(optimizer.getClass().getSimpleName(), facts, columns, rows, 0);
    }

    private static long elements(ParamGroup group) {
        return group.params().stream().mapToLong(TableReader::elements).sum();
    }

    static TableNode read(LRScheduler scheduler) {
        var rows = new ArrayList<List<String>>();
        scheduler.stateDict().forEach((name, value) -> {
            // The epoch and the rates stand above; what starts with a line is the schedule's own business.
            if (!name.equals("last_epoch") && !name.startsWith("_")) {
                rows.add(List.of(name, RowsReader.python(value)));
            }
            if (name.equals("_milestones")) rows.add(List.of("milestones", RowsReader.python(value)));
        });
        var facts = new ArrayList<String>();
        facts.add("epoch " + scheduler.lastEpoch());
        var rates = scheduler.getLastLr().stream().map(Print::repr).distinct().toList();
        facts.add("lr " + String.join(", ", rates.size() > 5 ? rates.subList(0, 5) : rates)
                + (rates.size() > 5 ? ", …" : ""));
        facts.add("of " + scheduler.optimizer().getClass().getSimpleName() + " with "
                + Words.count(scheduler.optimizer().paramGroups().size(), "parameter group"));
        return new TableNode(scheduler.getClass().getSimpleName(), facts,
                List.of(new Column("setting", false), new Column("value", false)), rows, 0);
    }

    /// The learning rates over the epochs, those to come too, as far as they follow from the epoch alone; empty for a
    /// scheduler that is at its beginning and cannot tell.
    static Optional<Plot> curve(LRScheduler scheduler) {
        var curve = LRCurve.of(scheduler);
        var steps = Stream.concat(curve.set().stream(), curve.toCome().stream()).toList();
        if (steps.size() < 2) return Optional.empty();
        var groups = steps.stream().mapToInt(step -> step.rates().size()).min().orElse(0);
        var lines = new ArrayList<PlotReader.Series>();
        var now = new ArrayList<PlotReader.Series>();
        var drawn = new LinkedHashSet<List<Double>>();
        for (var group = 0; group < groups && drawn.size() < MOST_CURVES; group++) {
            var at = group;
            var rates = steps.stream().map(step -> step.rates().get(at)).toList();
            // Groups that go the same way are one line.
            if (!drawn.add(rates)) continue;
            var epochs = steps.stream().mapToDouble(LRCurve.Step::epoch).toArray();
            lines.add(new PlotReader.Series("group " + group,
                    Points.of(epochs, rates.stream().mapToDouble(Double::doubleValue).toArray())));
            if (curve.set().size() > 1 && !curve.toCome().isEmpty()) {
                var last = curve.set().getLast();
                now.add(new PlotReader.Series(now.isEmpty() ? "epoch " + scheduler.lastEpoch() : "",
                        Points.of(new double[] { last.epoch() }, new double[] { last.rates().get(group) })));
            }
        }
        if (lines.size() == 1)
            lines.set(0, new PlotReader.Series(now.isEmpty() ? "" : "lr", lines.getFirst().points()));
        return Optional
                .of(new PlotReader("plot", o -> o.xLabel("epoch").yLabel("lr").size(480, 220)).lines(lines, now));
    }
}
