package sconce.data;

import sconce.Generator;

/// Which worker of a [DataLoader] this thread is. Stands for what `torch.utils.data.get_worker_info()` gives.
///
/// The default generator is shared by all threads: random changes that are to be the same in every run draw from
/// [#generator()].
///
/// @param id         from 0 on
/// @param numWorkers how many there are
/// @param seed       this worker's own
/// @param dataset    what it reads
/// @param generator  seeded with `seed`
public record WorkerInfo(int id, int numWorkers, long seed, Dataset<?> dataset, Generator generator) {
    static final ThreadLocal<WorkerInfo> CURRENT = new ThreadLocal<>();
}
