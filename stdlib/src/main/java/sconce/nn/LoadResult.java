package sconce.nn;

import java.util.List;

/// What did not fit when a state dict was loaded. Stands for the named tuple that `load_state_dict` returns.
///
/// @param missingKeys what the module has and the state dict has not
/// @param unexpectedKeys what the state dict has and the module has not
public record LoadResult(List<String> missingKeys, List<String> unexpectedKeys) {
    /// PyTorch's text: `<All keys matched successfully>`, or the keys.
    @Override
    public String toString() {
        if (missingKeys.isEmpty() && unexpectedKeys.isEmpty()) return "<All keys matched successfully>";
        return "_IncompatibleKeys(missing_keys=" + PythonText.of(missingKeys) + ", unexpected_keys="
                + PythonText.of(unexpectedKeys) + ")";
    }
}
