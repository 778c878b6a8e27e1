package sconce.data;

import java.util.List;
import sconce.AssertionException;
import sconce.IndexError;
import sconce.Tensor;
import sconce.Torch;
import sconce.Tuple;

/// Samples that are rows of tensors: inputs and targets. Stands for `torch.utils.data.TensorDataset`.
///
/// ```java
/// var data = new TensorDataset(Torch.arange(4.).reshape(2, 2), Torch.tensor(0, 1));
/// data.get(1)   // (tensor([2., 3.]), tensor(1))
/// ```
public class TensorDataset implements Dataset<List<Tensor>> {
    private final List<Tensor> tensors;

    /// Rows of these tensors, which have the same size in dimension 0.
    ///
    /// @throws AssertionException if they have not
    public TensorDataset(Tensor... tensors) {
        this.tensors = List.of(tensors);
        if (tensors.length == 0) throw new IndexError("tuple index out of range");
        for (var tensor : tensors) {
            if (tensor.size(0) != tensors[0].size(0)) throw new AssertionException("Size mismatch between tensors");
        }
    }

    /// Rows of these tensors: `new TensorDataset(digits.get(":100"))` are some rows of others.
    public TensorDataset(List<? extends Tensor> tensors) { this(tensors.toArray(Tensor[]::new)); }

    /// The tensors, whole.
    public List<Tensor> tensors() { return tensors; }

    @Override
    public int size() { return Math.toIntExact(tensors.getFirst().size(0)); }

    /// The row of this number of every tensor; negative numbers count from the end.
    @Override
    public List<Tensor> get(int index) { return Tuple.of(tensors.stream().map(tensor -> tensor.get(index)).toList()); }

    /// Several rows: `data.get("1:3")`.
    public List<Tensor> get(String slice) {
        return Tuple.of(tensors.stream().map(tensor -> tensor.get(slice)).toList());
    }

    /// The rows of these numbers, gathered in one step for each tensor.
    List<Tensor> rows(List<Integer> indices) {
        var places = Torch.tensor(indices.stream().mapToLong(index -> index < 0 ? index + size() : index).toArray());
        return tensors.stream().map(tensor -> tensor.indexSelect(0, places)).toList();
    }

    @Override
    public String toString() { return "TensorDataset(" + size() + " samples)"; }
}
