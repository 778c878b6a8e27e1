package sconce;

/// A solved triangular system. Stands for `torch.return_types.triangular_solve`.
///
/// @param solution the solution
/// @param clonedCoefficient a copy of the matrix
public record TriangularSolveReturn(Tensor solution, Tensor clonedCoefficient) {
    static TriangularSolveReturn of(Object... results) {
        return new TriangularSolveReturn((Tensor) results[0], (Tensor) results[1]);
    }

    /// As PyTorch prints it.
    @Override
    public String toString() {
        return ReturnText.named("triangular_solve", "solution", solution, "cloned_coefficient", clonedCoefficient);
    }
}
