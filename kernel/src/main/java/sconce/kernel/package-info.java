/// Sessions of Java code and their front ends: Jupyter, the terminal, replay.
@NullMarked
package sconce.kernel;

import org.jspecify.annotations.NullMarked;
