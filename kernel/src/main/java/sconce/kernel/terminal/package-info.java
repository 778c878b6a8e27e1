/// The prompt: a session in a terminal, and Java files, notebooks and pipes run without one.
@NullMarked
package sconce.kernel.terminal;

import org.jspecify.annotations.NullMarked;
