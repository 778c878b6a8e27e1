package sconce.show;

import java.util.List;

/// A whole model: its tree and what is true of it all.
///
/// @param root     the model; its name is empty
/// @param dtypes   the dtypes of its tensors, as `float32`, the one of most bytes first
/// @param devices  the devices of its tensors, as `cpu`, the one of most bytes first
/// @param children how many entries `namedChildren` has
/// @param buffers  how many buffers there are
/// @param evaluating how many modules, the model itself counted, are in evaluation mode
/// @param unregistered how many fields hold modules or tensors that are not registered
public record ModelNode(ModuleNode root, List<String> dtypes, List<String> devices, long children, long buffers,
        long evaluating, long unregistered) implements WholeNode {
    public ModelNode {
        dtypes = List.copyOf(dtypes);
        devices = List.copyOf(devices);
    }
}
