package sconce.show;

import java.lang.reflect.Modifier;

/// Who wrote a value's `toString`: what the JDK or the compiler wrote knows nothing of arrays and tensors inside.
final class WhoseText {
    private WhoseText() {}

    static boolean isTheJdks(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass().getName().startsWith("java.");
        } catch (NoSuchMethodException impossible) {
            return false;
        }
    }

    /// The compiler's own is final, which nobody writes by hand.
    static boolean isTheCompilers(Record record) {
        try {
            return Modifier.isFinal(record.getClass().getDeclaredMethod("toString").getModifiers());
        } catch (NoSuchMethodException impossible) {
            return false;
        }
    }
}
