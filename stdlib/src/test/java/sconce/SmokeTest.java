package sconce;

import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void runs() { org.assertj.core.api.Assertions.assertThat(Runtime.version().feature()).isEqualTo(25); }
}
