package sconce;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// An unchangeable list that prints as Python's tuple: `(tensor([1]), tensor([2]))`. What functions return that have
/// several results of one kind.
///
/// @param <E> the kind
public final class Tuple<E extends @Nullable Object> extends AbstractList<E> implements RandomAccess {
    private final Object[] elements;

    private Tuple(Object[] elements) { this.elements = elements; }

    /// A tuple of these elements.
    public static <E> Tuple<E> of(List<? extends E> elements) { return new Tuple<>(elements.toArray()); }

    @Override
    @SuppressWarnings("unchecked") // Only elements of this kind came in.
    public E get(int index) { return (E) elements[index < 0 ? index + elements.length : index]; }

    @Override
    public int size() { return elements.length; }

    @Override
    public String toString() {
        var text = new StringJoiner(", ", "(", elements.length == 1 ? ",)" : ")");
        for (var element : elements) text.add(Print.repr(element));
        return text.toString();
    }

    /// Python's tuple of these numbers: `(2, 3)`, `(2,)`, `()`.
    static String text(long... numbers) {
        var text = new StringJoiner(", ", "(", numbers.length == 1 ? ",)" : ")");
        Arrays.stream(numbers).forEach(number -> text.add(Long.toString(number)));
        return text.toString();
    }
}
