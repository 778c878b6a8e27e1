/// Another Java kernel's API under its own name, so that its notebooks run unchanged.
@NullMarked
package io.github.spencerpark.jupyter.kernel.display.mime;

import org.jspecify.annotations.NullMarked;
