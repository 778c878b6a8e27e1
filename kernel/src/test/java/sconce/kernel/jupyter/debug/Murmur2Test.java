package sconce.kernel.jupyter.debug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Murmur2Test {
    /// The numbers are ipykernel's.
    @Test
    void cells_have_the_names_that_jupyterlab_gives_them() {
        assertThat(Murmur2.hash("", 0xc70f6907)).isEqualTo(3990065800L);
        assertThat(Murmur2.hash("x = 1", 0xc70f6907)).isEqualTo(3427300630L);
        assertThat(Murmur2.hash("int a = 1;\n한글 🙂", 0xc70f6907)).isEqualTo(2509213454L);
        assertThat(Murmur2.hash("abcdefg", 0xc70f6907)).isEqualTo(3677849364L);
    }
}
