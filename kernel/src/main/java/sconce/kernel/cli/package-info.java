/// The command line: what `./sconce COMMAND` does once there is a JVM.
@NullMarked
package sconce.kernel.cli;

import org.jspecify.annotations.NullMarked;
