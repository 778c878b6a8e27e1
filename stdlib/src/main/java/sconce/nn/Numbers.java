package sconce.nn;

/// Numbers as another boxed type, as far as nothing but precision is lost.
final class Numbers {
    private Numbers() {}

    static boolean canBe(Class<?> wanted, Number number) {
        if (wanted == Double.class || wanted == Float.class) return true;
        var whole = number instanceof Integer || number instanceof Long || number instanceof Short
                || number instanceof Byte;
        if (!whole) return false;
        var value = number.longValue();
        if (wanted == Long.class) return true;
        if (wanted == Integer.class) return value == (int) value;
        return wanted == Short.class ? value == (short) value : wanted == Byte.class && value == (byte) value;
    }

    static Number as(Class<?> wanted, Number number) {
        if (wanted == Double.class) return number.doubleValue();
        if (wanted == Float.class) return number.floatValue();
        if (wanted == Long.class) return number.longValue();
        if (wanted == Integer.class) return number.intValue();
        if (wanted == Short.class) return number.shortValue();
        if (wanted == Byte.class) return number.byteValue();
        return number;
    }
}
