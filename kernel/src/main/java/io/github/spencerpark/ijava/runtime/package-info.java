/// Another Java kernel's API under its own name, so that its notebooks run unchanged.
@NullMarked
package io.github.spencerpark.ijava.runtime;

import org.jspecify.annotations.NullMarked;
