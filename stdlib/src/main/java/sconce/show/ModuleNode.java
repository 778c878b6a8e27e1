package sconce.show;

import java.util.List;
import java.util.Map;

/// A module at the first place where the walk met it.
///
/// @param name     the name its parent holds it under; empty for the model itself
/// @param type     its printed class name
/// @param extra    its `extraRepr`
/// @param training whether it is in training mode
/// @param own      what it holds itself
/// @param total    what it and everything below it hold; what is shared inside is counted once
/// @param modules  how many modules it and everything below it are
/// @param hooks    how many hooks it has, by kind
/// @param tensors  its own parameters, then its own buffers
/// @param children its child modules in order, repeats folded
/// @param unregistered fields that look like part of the module and are not
public record ModuleNode(String name, String type, String extra, boolean training, Counts own, Counts total,
        long modules, Map<String, Integer> hooks, List<TensorNode> tensors, List<PlaceNode> children,
        List<UnregisteredNode> unregistered) implements PlaceNode {
    public ModuleNode {
        tensors = List.copyOf(tensors);
        children = List.copyOf(children);
        unregistered = List.copyOf(unregistered);
    }

    /// Whether both are alike in everything but their names.
    public boolean alike(ModuleNode other) {
        return type.equals(other.type) && extra.equals(other.extra) && training == other.training
                && modules == other.modules && hooks.equals(other.hooks) && own.equals(other.own)
                && total.equals(other.total) && tensors.equals(other.tensors) && children.equals(other.children)
                && unregistered.equals(other.unregistered);
    }

    /// Whether it has parameters and none of them is trained.
    public boolean frozen() { return total.parameters() > 0 && total.trainable() == 0; }

    /// Numbers of elements and bytes.
    ///
    /// @param parameters elements of parameters
    /// @param trainable  elements of parameters that gradients are computed for
    /// @param buffers    elements of buffers
    /// @param bytes      of parameters and buffers
    public record Counts(long parameters, long trainable, long buffers, long bytes) {
        /// Nothing.
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        /// The sum of both.
        public Counts plus(Counts more) {
            return new Counts(parameters + more.parameters, trainable + more.trainable, buffers + more.buffers,
                    bytes + more.bytes);
        }
    }
}
