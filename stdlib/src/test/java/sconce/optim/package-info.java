/// Tests of optimizers and schedulers beyond the golden facts.
@NullMarked
package sconce.optim;

import org.jspecify.annotations.NullMarked;
