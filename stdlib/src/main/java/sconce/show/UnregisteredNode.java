package sconce.show;

/// A field that holds modules or tensors, none of which is registered: not trained, not saved, not moved.
///
/// @param name  the field's
/// @param type  what it holds: `List`, `Tensor`
/// @param holds the printed class name of what is in it, for collections
/// @param count how many modules or tensors it holds
/// @param reason why they are not registered
public record UnregisteredNode(String name, String type, String holds, int count, Reason reason) implements Node {
    /// Why something is not registered.
    public enum Reason {
        /// A list, set or array of modules, which would have to be a `ModuleList`.
        MODULES_IN_COLLECTION,
        /// A map of modules, which would have to be a `ModuleDict`.
        MODULES_IN_MAP,
        /// A list, array or map of parameters, which would have to be a `ParameterList` or `ParameterDict`.
        PARAMETERS_IN_COLLECTION,
        /// A plain tensor, which would have to be a `Parameter` or a `Buffer`.
        PLAIN_TENSOR
    }
}
