package sconce.bench;

import java.util.List;
import java.util.stream.Stream;

/// A row of the table: what is measured, beside what, and the ratio that is wanted.
///
/// @param group rows of a group can be chosen together; see [Group]
/// @param peer the peer's row, which need not have our name
/// @param goal ours over the peer's, at most; infinite where no goal was set
/// @param tolerance how far apart the checks may be, as a part of them; infinite where they are no numbers to compare
record Row(String name, Group group, String peer, double goal, double tolerance) {
    /// What rows belong together, and how they run.
    enum Group {
        /// In a pair of processes, for each number of threads.
        calls, training,
        /// In a pair of processes, with one thread.
        tree, displays,
        /// In a pair of processes each, with one thread.
        files,
        /// A process for each side, which prints its line when it ends.
        memory,
        /// By a script of their own: `bench/kernel.py`, `bench/prompt`.
        kernel, prompt;

        boolean byThreads() { return this == calls || this == training; }

        boolean isScript() { return this == kernel || this == prompt; }

        boolean isAlone() { return this == files || this == memory; }
    }

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final double CLOSE = 1e-4;

    static final List<Row> ALL = Stream.of(
            rows(Group.calls, 0.7, "add_1", "linear_4_4_call", "linear_4_4_call_no_grad", "sequential_10_call"),
            rows(Group.calls, NONE, "module_call_identity", "module_call_hooked", "sequential_2000_forward",
                    "sequential_2000_backward"),
            rows(Group.training, 1.0, "mlp_forward", "mlp_step", "cnn_step", "lstm_forward", "lstm_step",
                    "encoder_layer_step", "adam_100_params", "matmul_768"),
            rows(Group.tree, 0.3, "named_modules_100k", "repr_100k_modules", "state_dict_100k",
                    "state_dict_1000_modules", "load_state_dict_1000_modules"),
            rows(Group.tree, NONE, "named_parameters_100k", "repr_tensor_1000"),
            rows(Group.displays, NONE, "display_repr_483", "display_repr_10k"),
            Stream.of(shown("display_html_483", "display_treescope_html_483", 0.05),
                    shown("display_html_10k", "display_treescope_html_10k", 0.05),
                    // Ten times the modules: treescope itself takes minutes for as many.
                    shown("display_html_100k", "display_treescope_html_10k", 0.05),
                    shown("display_summary_483", "display_torchinfo_483", NONE),
                    shown("display_summary_10k", "display_torchinfo_10k", NONE),
                    shown("display_summary_forward_483", "display_torchinfo_forward_483", NONE),
                    shown("display_summary_forward_10k", "display_torchinfo_forward_10k", NONE)),
            files("200mb_safetensors"), files("200mb_pt"), files("2000_small_safetensors"), files("2000_small_pt"),
            Stream.of(new Row("mlp_20000_steps_memory", Group.memory, "mlp_20000_steps_memory", 1.5, 1e-3)))
            .flatMap(rows -> rows).toList();

    private static Stream<Row> rows(Group group, double goal, String... names) {
        return Stream.of(names).map(name -> new Row(name, group, name, goal, CLOSE));
    }

    private static Row shown(String name, String peer, double goal) {
        return new Row(name, Group.displays, peer, goal, NONE);
    }

    /// Two writers of one format may differ by their headers.
    private static Stream<Row> files(String what) {
        return Stream.of(new Row("save_" + what, Group.files, "save_" + what, 1.0, 0.5),
                new Row("load_" + what, Group.files, "load_" + what, NONE, CLOSE),
                new Row("load_sum_" + what, Group.files, "load_sum_" + what, 1.0, CLOSE));
    }

    /// Whether both sides computed the same; where one of them says nothing, there is nothing to compare.
    boolean agrees(String ours, String theirs) {
        if (Double.isInfinite(tolerance)) return true;
        var one = Double.parseDouble(ours);
        var other = Double.parseDouble(theirs);
        return Math.abs(one - other) <= tolerance * Math.abs(other);
    }
}
