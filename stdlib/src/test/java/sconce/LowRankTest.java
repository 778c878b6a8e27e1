package sconce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Decompositions of low rank: numbers are PyTorch 2.10's, from the same seeds.
class LowRankTest {
    private final Tensor matrix = matrix();

    private static Tensor matrix() {
        Torch.manualSeed(0);
        return Torch.rand(5, 4);
    }

    @Test
    void svd_lowrank_draws_and_finds_what_pytorch_does() {
        Torch.manualSeed(1);
        var found = Torch.svdLowrank(matrix, 2);
        assertThat(found.S()).hasToString("tensor([2.0602, 0.8015])");
        // Signs are LAPACK's choice; those of the two sides belong together.
        assertThat(found.U().get(0).abs()).hasToString("tensor([0.4084, 0.4767])");
        assertThat(found.U().get(0).mul(found.V().get(0))).hasToString("tensor([0.1870, 0.2209])");
    }

    @Test
    void a_wide_matrix_less_another_gives_its_sides_in_the_right_order() {
        Torch.manualSeed(1);
        var found = Torch.svdLowrank(matrix.T(), 2, 1, Torch.ones(1, 5));
        assertThat(found.S()).hasToString("tensor([2.6447, 0.8141])");
        assertThat(found.U().shape()).hasToString("torch.Size([4, 2])");
        assertThat(found.V().shape()).hasToString("torch.Size([5, 2])");
    }

    @Test
    void pca_centres_the_columns() {
        Torch.manualSeed(1);
        var found = Torch.pcaLowrank(matrix);
        assertThat(found.S()).hasToString("tensor([0.8141, 0.5093, 0.1163, 0.0899])");
        assertThat(found.V().get(0).abs()).hasToString("tensor([0.5617, 0.3730, 0.6724, 0.3053])");
    }

    @Test
    void too_many_components_are_refused() {
        assertThatThrownBy(() -> Torch.pcaLowrank(matrix, 7)).isInstanceOf(ValueError.class)
                .hasMessage("q(=7) must be non-negative integer and not greater than min(m, n)=4");
    }
}
