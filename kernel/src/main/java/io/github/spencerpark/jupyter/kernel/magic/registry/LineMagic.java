package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method as a magic of one line, for [Magics#registerMagics(Object)].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LineMagic {
    /// Its name; the method's own where it is empty.
    String value() default "";

    String[] aliases() default {};
}
