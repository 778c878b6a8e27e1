package sconce.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The functions of `torch.utils.data`.
///
/// ```java
/// print(Data.defaultCollate(List.of(1, 2, 3)));   // tensor([1, 2, 3])
/// ```
public final class Data {
    private Data() {}

    /// A batch of samples, as loaders make it: tensors are stacked, numbers and truths become tensors, lists, maps and
    /// records are collated component by component, texts stay a list. Stands for `default_collate`.
    ///
    /// @throws sconce.TypeError        if there are samples of another kind
    /// @throws sconce.TorchException   if tensors differ in shape, or lists in length
    public static Object defaultCollate(List<?> batch) { return Collate.batch(batch); }

    /// A sample that is not made part of a batch: numbers in arrays become tensors. Stands for `default_convert`.
    public static Object defaultConvert(Object sample) { return Collate.convert(sample); }

    /// Which worker of a loader this thread is; null if it is none. Stands for `get_worker_info`.
    public static @Nullable WorkerInfo getWorkerInfo() { return WorkerInfo.CURRENT.get(); }
}
