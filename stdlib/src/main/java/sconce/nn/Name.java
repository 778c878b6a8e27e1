package sconce.nn;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name under which a field is registered, where it shall differ from the field's own: a key of a state dict that
/// was written elsewhere, or one that Java does not allow.
///
/// ```java
/// class Attention extends Module {
///     @Name("out_proj")
///     Linear outProj = new Linear(4, 4);
/// }
/// new Attention().stateDict().keySet()   // [out_proj.weight, out_proj.bias]
/// ```
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Name {
    /// The registered name; no dot, not empty.
    String value();
}
