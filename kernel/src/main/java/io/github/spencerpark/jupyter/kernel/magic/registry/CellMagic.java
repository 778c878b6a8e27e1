package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method as a magic over a cell, for [Magics#registerMagics(Object)].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CellMagic {
    /// Its name; the method's own where it is empty.
    String value() default "";

    String[] aliases() default {};
}
