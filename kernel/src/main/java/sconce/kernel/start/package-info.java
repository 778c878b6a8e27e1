/// What makes a start quick: the JVM's ahead-of-time cache, made on the machine itself.
@NullMarked
package sconce.kernel.start;

import org.jspecify.annotations.NullMarked;
