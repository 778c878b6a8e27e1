/// Tutorials played step by step in a terminal, or checked as a whole. Knows the session and no other front end.
@NullMarked
package sconce.kernel.replay;

import org.jspecify.annotations.NullMarked;
