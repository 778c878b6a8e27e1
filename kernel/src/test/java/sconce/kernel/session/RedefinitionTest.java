package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RedefinitionTest {
    private static final Cells CELLS = new Cells();

    @AfterAll
    static void close() { CELLS.close(); }

    private static String net(String name, String more) {
        return """
                class %s extends Module {
                    Linear l = new Linear(2, 3);
                    %s
                    Tensor forward(Tensor x) { return l.call(x); }
                }
                """.formatted(name, more);
    }

    @Test
    void a_model_of_a_changed_class_keeps_its_parameters_and_its_optimizer() {
        CELLS.value(net("N", "") + "var n = new N(); var w = n.l.weight; var opt = new SGD(n, 0.1); n.eval();");
        assertThat(CELLS.value(net("N", "Linear more = new Linear(3, 1);"))).isEmpty();
        assertThat(CELLS.front.err()).contains("n is made anew").contains("l.weight").hasLineCount(1);
        assertThat(CELLS.value("n.l.weight == w && n.more != null")).isEqualTo("true");
        assertThat(CELLS.value("n.training()")).isEqualTo("false");
        CELLS.value("n.call(Torch.ones(1, 2)).sum().backward(); var was = w.clone(); opt.step();");
        assertThat(CELLS.value("Torch.equal(was, n.l.weight)")).isEqualTo("false");
    }

    @Test
    void a_parameter_of_another_shape_is_not_kept_and_named() {
        CELLS.value(net("Shape", "Linear s = new Linear(2, 2);") + "var shaped = new Shape();");
        CELLS.value(net("Shape", "Linear s = new Linear(2, 5);"));
        assertThat(CELLS.front.err()).contains("not kept: s.weight");
        assertThat(CELLS.value("shaped.s.outFeatures()")).isNotEmpty();
    }

    @Test
    void what_new_did_not_make_stays_under_a_type_that_holds_it() {
        CELLS.value(net("Part", "") + "var part = new Part(); var parts = List.of(part, new Part());");
        CELLS.value("class Whole { Part inner = part; } var whole = new Whole(); Part none = null; Part other = part;");
        CELLS.value("var kept = part.l.weight;");
        CELLS.value(net("Part", " "));
        assertThat(CELLS.value("parts.size()")).isEqualTo("2");
        assertThat(CELLS.value("parts.get(0).parameters().get(0) == kept")).isEqualTo("true");
        assertThat(CELLS.value("other.namedParameters().get(\"l.weight\") == kept")).isEqualTo("true");
        assertThat(CELLS.value("none == null && whole.inner != null")).isEqualTo("true");
    }

    @Test
    void a_slip_in_the_class_loses_nothing_and_its_repair_makes_the_variable_anew() {
        CELLS.value(net("Dup", "") + "var dd = new Dup(); var dw = dd.l.weight;");
        CELLS.value(net("Dup", "int slip() { return y; }"));
        assertThat(CELLS.value("dd.parameters().get(0) == dw")).isEqualTo("true");
        CELLS.value(net("Dup", "int slip() { return 7; }"));
        assertThat(CELLS.value("dd.slip()")).isEqualTo("7");
        assertThat(CELLS.value("dd.l.weight == dw")).isEqualTo("true");
    }

    @Test
    void a_refused_class_loses_no_value_either() {
        CELLS.value(net("Firm", "") + "var firm = new Firm(); var fw = firm.l.weight;");
        CELLS.failure(net("Firm", "int bad = \"text\";"));
        assertThat(CELLS.value("firm.parameters().get(0) == fw")).isEqualTo("true");
        CELLS.value(net("Firm", "int good = 3;"));
        assertThat(CELLS.value("firm.l.weight == fw && firm.good == 3")).isEqualTo("true");
    }

    @Test
    void values_outlive_the_method_that_made_them() {
        CELLS.value("""
                Tensor twice(Tensor t) { return t.mul(2); }
                int scale(int a) { return a * 10; }
                var res = twice(Torch.ones(2));
                var r2 = scale(3);
                String named = "n" + scale(1);
                """);
        CELLS.value("Tensor twice(Tensor t) { return t.mul(3); }");
        assertThat(CELLS.value("res")).isEqualTo("tensor([2., 2.])");
        CELLS.value("int scale(int a) { return zzz; }");
        assertThat(CELLS.value("r2 + named")).isEqualTo("30n10");
        CELLS.value("String scale(int a) { return \"s\"; }");
        assertThat(CELLS.value("r2 + 1")).isEqualTo("31");
    }

    @Test
    void values_outlive_a_variable_of_another_type() {
        CELLS.value("var base = 1; var derived = base + 1; derived = 40;");
        CELLS.value("var base = \"text\";");
        assertThat(CELLS.value("derived + 2")).isEqualTo("42");
    }

    @Test
    void a_cell_run_again_makes_its_variables_itself() {
        var cell = net("Again", "") + "var again = new Again();";
        CELLS.value(cell);
        assertThat(CELLS.value(cell)).isEmpty();
        assertThat(CELLS.front.err()).isEmpty();
        assertThat(CELLS.value("again.call(Torch.ones(1, 2)).size(1)")).isEqualTo("3");
    }

    @Test
    void a_variable_of_an_unknown_type_is_an_error_and_drops_nothing() {
        CELLS.value("var precious = 5;");
        assertThat(CELLS.failure("del precious").message()).contains("del");
        assertThat(CELLS.value("precious")).isEqualTo("5");
        assertThat(CELLS.failure("Tensr misspelt;").traceback()).anyMatch(l -> l.contains("Tensor"));
        assertThat(CELLS.failure("misspelt").message()).contains("misspelt");
    }

    @Test
    void without_batches_the_same_holds() {
        try (var cells = new Cells(false)) {
            cells.value(net("N", "") + "var n = new N(); var w = n.l.weight;");
            cells.value(net("N", "int more;"));
            assertThat(cells.value("n.l.weight == w && n.more == 0")).isEqualTo("true");
        }
    }
}
