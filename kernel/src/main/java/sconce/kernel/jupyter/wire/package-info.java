/// Jupyter's wire: frames, signatures, JSON and the connection file. Knows bytes, not what a message means.
@NullMarked
package sconce.kernel.jupyter.wire;

import org.jspecify.annotations.NullMarked;
