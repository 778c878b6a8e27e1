/// Modules and layers: what `torch.nn` holds.
@NullMarked
package sconce.nn;

import org.jspecify.annotations.NullMarked;
