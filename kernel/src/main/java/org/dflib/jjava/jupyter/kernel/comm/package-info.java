/// Another Java kernel's API under its own name, so that its notebooks run unchanged.
@NullMarked
package org.dflib.jjava.jupyter.kernel.comm;

import org.jspecify.annotations.NullMarked;
