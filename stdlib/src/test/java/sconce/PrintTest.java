package sconce;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sconce.nn.Identity;
import sconce.nn.ParameterList;
import sconce.nn.Sequential;

class PrintTest {
    @Test
    void tensors_print_as_in_pytorch_wherever_they_stand() {
        var ones = Torch.ones(2);
        assertThat(Print.str(List.of(ones, List.of(ones)))).isEqualTo("[tensor([1., 1.]), [tensor([1., 1.])]]");
        var map = new LinkedHashMap<String, Object>();
        map.put("a", ones);
        map.put("b", true);
        map.put("c", null);
        map.put("it's", 1e-5);
        assertThat(Print.str(map)).isEqualTo("{'a': tensor([1., 1.]), 'b': True, 'c': None, \"it's\": 1e-05}");
        assertThat(Print.str(new Tensor[] { ones })).isEqualTo("[tensor([1., 1.])]");
    }

    @Test
    void other_values_print_as_java_has_them() {
        assertThat(Print.str(null)).isEqualTo("None");
        assertThat(Print.str(true)).isEqualTo("true");
        assertThat(Print.str("text")).isEqualTo("text");
        assertThat(Print.str(List.of("a", 1.0))).isEqualTo("[a, 1.0]");
        assertThat(Print.str(new int[][] { { 1 }, { 2 } })).isEqualTo("[[1], [2]]");
        assertThat(Print.str(Arrays.asList(1, null))).isEqualTo("[1, null]");
    }

    @Test
    void what_a_module_names_prints_a_line_each() {
        var net = new Sequential(new Identity(), new Sequential(new Identity()));
        assertThat(Print.str(net.namedChildren())).isEqualTo("""
                0: Identity()
                1: Sequential(
                  (0): Identity()
                )""");
        assertThat(Print.str(net.namedModules())).startsWith("\"\": Sequential(\n").endsWith("\n1.0: Identity()");
        var list = new ParameterList(Torch.ones(2), Torch.zeros(1));
        assertThat(Print.str(list.namedParameters())).isEqualTo("""
                0: Parameter containing:
                tensor([1., 1.], requires_grad=True)
                1: Parameter containing:
                tensor([0.], requires_grad=True)""");
        assertThat(Print.str(net.namedParameters())).isEqualTo("{}");
    }

    @Test
    void a_list_that_holds_itself_ends() {
        var list = new java.util.ArrayList<Object>();
        list.add(list);
        assertThat(Print.str(list)).isEqualTo("[(this Collection)]");
    }

    @Test
    void python_writes_floats_with_the_fewest_digits() {
        assertThat(List.of(0.1, 1.0, 1e16, 123456789012345.0, 1e-5, 0.0001, -0.0, 1e100, Double.NaN)
                .stream().map(NumberText::shortest))
                .containsExactly("0.1", "1.0", "1e+16", "123456789012345.0", "1e-05", "0.0001", "-0.0", "1e+100",
                        "nan");
        assertThat(NumberText.general(100000)).isEqualTo("100000");
        assertThat(NumberText.general(1234567)).isEqualTo("1.23457e+06");
        assertThat(NumberText.general(0.0001)).isEqualTo("0.0001");
    }

    @Test
    void formatted_numbers_are_rounded_from_their_exact_values() {
        var random = new Random(3);
        for (var i = 0; i < 2000; i++) {
            var value = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            var digits = random.nextInt(8);
            var exact = new BigDecimal(value);
            assertThat(new BigDecimal(NumberText.fixed(value, digits)))
                    .isEqualByComparingTo(exact.setScale(digits, RoundingMode.HALF_EVEN));
            var error = new BigDecimal(NumberText.scientific(value, digits)).subtract(exact).abs();
            var unit = BigDecimal.ONE.movePointRight(exact.precision() - exact.scale() - 1 - digits);
            assertThat(error.multiply(BigDecimal.TWO)).isLessThanOrEqualTo(unit);
        }
        assertThat(NumberText.scientific(9.99996, 4)).isEqualTo("1.0000e+01");
        assertThat(NumberText.fixed(2.5, 0)).isEqualTo("2");
    }
}
