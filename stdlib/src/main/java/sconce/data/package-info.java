/// Data sets and what cuts them into batches: what `torch.utils.data` holds, and readers for files at hand.
///
/// - A data set gives samples by number: [Dataset], [IterableDataset]; made of others by [TensorDataset], [Subset],
///   [ConcatDataset], [ChainDataset], [StackDataset].
/// - A [Sampler] says in which order; a [DataLoader] makes batches of them.
/// - Read from files: [CsvTable], [ImageFolder]; [Digits] comes with the library.
@NullMarked
package sconce.data;

import org.jspecify.annotations.NullMarked;
