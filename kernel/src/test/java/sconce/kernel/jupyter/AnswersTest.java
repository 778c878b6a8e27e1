package sconce.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {
    @Test
    void positions_are_code_points_outside_and_units_inside() {
        var code = "\"😀\".len";
        assertThat(Answers.units(code, 3)).isEqualTo(4);
        assertThat(Answers.codePoints(code, 4)).isEqualTo(3);
        assertThat(Answers.units(code, Integer.MAX_VALUE)).isEqualTo(code.length());
        assertThat(Answers.units(code, -1)).isZero();
    }
}
