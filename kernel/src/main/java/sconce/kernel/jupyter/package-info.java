/// The Jupyter kernel: sockets and threads around a session. `wire` has the bytes, `messages` the records, here is the
/// way of a request to its handler and back.
@NullMarked
package sconce.kernel.jupyter;

import org.jspecify.annotations.NullMarked;
