/// Optimizers: what `torch.optim` holds.
@NullMarked
package sconce.optim;

import org.jspecify.annotations.NullMarked;
