package sconce.nn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.HookHandle;
import sconce.TypeError;

/// Hooks of one kind in the order in which they run. Adding and removing make a new list, so that a hook may remove
/// itself while it runs.
final class HookList<H> {
    private volatile List<Entry<H>> entries = List.of();

    /// A hook as it was registered; two of the same function are two entries.
    static final class Entry<H> {
        final H hook;
        final boolean alwaysCall;

        Entry(H hook, boolean alwaysCall) {
            this.hook = hook;
            this.alwaysCall = alwaysCall;
        }
    }

    int size() { return entries.size(); }

    boolean isEmpty() { return entries.isEmpty(); }

    List<Entry<H>> entries() { return entries; }

    HookHandle add(H hook) { return add(hook, new Hook.Options()); }

    static void check(@Nullable Object hook) {
        if (hook == null) throw new TypeError("'NoneType' object is not callable: a hook is a function");
    }

    synchronized HookHandle add(H hook, Hook.Options options) {
        check(hook);
        var entry = new Entry<>(hook, options.alwaysCall);
        var longer = new ArrayList<>(entries);
        if (options.prepend) longer.addFirst(entry);
        else
            longer.addLast(entry);
        entries = List.copyOf(longer);
        return HookHandle.of(() -> remove(entry));
    }

    private synchronized void remove(Entry<H> entry) {
        entries = entries.stream().filter(other -> other != entry).toList();
    }

    void clear() { entries = List.of(); }

    /// Another list with the same hooks.
    HookList<H> copy() {
        var copy = new HookList<H>();
        copy.entries = entries;
        return copy;
    }
}
