package sconce.libtorch;

import java.lang.ref.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.PointerConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorTensorHook;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/// Gradient hooks that live exactly as long as the graph they are part of can run.
///
/// libtorch holds a hook's native half and does not tell when it drops it, so Java would have to keep the other half for
/// ever. But libtorch does tell when the memory of a tensor is given back. So the watched tensor is multiplied by a one
/// that the backward pass needs: when the graph is released or dropped, the one goes, and the hooks with it.
public final class HookLife {
    private static final Map<Long, HookLife> ALIVE = new ConcurrentHashMap<>();
    private static final Map<Long, String> NAMES = new ConcurrentHashMap<>();
    private static final Released RELEASED = new Released();
    private final List<Hook> hooks = new ArrayList<>();
    private final List<Long> named = new ArrayList<>();
    private final BytePointer one = new BytePointer(1);

    private HookLife() {
        one.put((byte) 1);
        ALIVE.put(one.address(), this);
    }

    /// A tensor equal to `tensor` whose gradient `hook` sees, and replaces unless it returns null.
    public static Watched watch(TensorHandle tensor, UnaryOperator<@Nullable TensorHandle> hook) {
        Libtorch.ready();
        var life = new HookLife();
        try (var options = new TensorOptions(ScalarType.Bool);
                var factor = torch.from_blob(life.one, new long[0], RELEASED, options)) {
            var watched = tensor.pointer().mul(factor);
            life.register(watched, hook);
            return new Watched(Hosts.wrap(watched), life);
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    /// A watched tensor.
    ///
    /// @param tensor what to compute with from now on
    /// @param life how long its hook lives
    public record Watched(TensorHandle tensor, HookLife life) {}

    /// Hooks into a tensor that is computed from the watched one: its hook ends with this life.
    public void register(TensorHandle tensor, UnaryOperator<@Nullable TensorHandle> hook) {
        try {
            register(tensor.pointer(), hook);
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    /// Names the operation that made a tensor computed from the watched one, as long as this life lasts.
    public void name(TensorHandle tensor, String name) {
        try (var node = tensor.pointer().grad_fn()) {
            synchronized (hooks) {
                named.add(node.address());
            }
            NAMES.put(node.address(), name);
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }

    /// The name that was given to an operation, or null.
    static @Nullable String nameOf(Pointer node) { return NAMES.isEmpty() ? null : NAMES.get(node.address()); }

    private void register(Tensor tensor, UnaryOperator<@Nullable TensorHandle> hook) {
        var kept = Hook.of(hook);
        synchronized (hooks) {
            hooks.add(kept);
        }
        tensor.register_hook(kept);
    }

    private void end() {
        synchronized (hooks) {
            hooks.forEach(Hook::retire);
            hooks.clear();
            named.forEach(NAMES::remove);
        }
        one.deallocate();
    }

    /// How many graphs have hooks at the moment.
    public static int alive() { return ALIVE.size(); }

    /// Told by libtorch that the memory of a one is free.
    private static final class Released extends PointerConsumer {
        @Override
        public void call(Pointer data) {
            var life = ALIVE.remove(data.address());
            if (life != null) life.end();
        }
    }

    /// A hook as libtorch calls it. Retired ones serve again, but not soon: a graph that was released may still be run
    /// once more by mistake, and then must find a hook that does nothing.
    static final class Hook extends TensorTensorHook {
        private static final int REST = 1000;
        private static final Queue<Hook> RETIRED = new ArrayDeque<>();
        private static final Tensor AS_IT_IS = new Tensor();
        private transient volatile @Nullable UnaryOperator<@Nullable TensorHandle> hook;
        /// Keeps what was returned until libtorch has copied it, which it does after the call.
        private transient @Nullable TensorHandle returned;

        private Hook() {}

        static Hook of(UnaryOperator<@Nullable TensorHandle> hook) {
            Hook made = null;
            synchronized (RETIRED) {
                if (RETIRED.size() > REST) made = RETIRED.remove();
            }
            if (made == null) made = new Hook();
            made.hook = hook;
            return made;
        }

        void retire() {
            hook = null;
            returned = null;
            synchronized (RETIRED) {
                RETIRED.add(this);
            }
        }

        @Override
        public TensorBase call(TensorBase gradient) {
            var known = hook;
            var own = known == null ? null : new Tensor(gradient);
            // The binding made a handle for this call and frees it never.
            gradient.deallocate();
            if (known == null || own == null) return AS_IT_IS;
            try {
                var replaced = known.apply(Hosts.wrap(own));
                returned = replaced;
                return replaced == null ? AS_IT_IS : replaced.pointer();
            } catch (RuntimeException failure) {
                throw Callbacks.failed(failure);
            }
        }
    }
}
