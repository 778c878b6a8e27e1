package sconce.kernel.terminal;

import java.util.List;
import java.util.regex.Pattern;

/// A signature in the few words that a menu has room for.
///
/// ```text
/// Tensor F.softmin(Tensor input, long dim)     Tensor input, long dim → Tensor
/// Linear(long inFeatures, long outFeatures)    long inFeatures, long outFeatures
/// Linear.weight:Parameter                      Parameter
/// ```
final class Signature {
    private static final Pattern METHOD = Pattern.compile("(?:(.*\\S)\\s+)?[\\w.$<>, ]*?\\w+\\((.*)\\).*");
    private static final Pattern FIELD = Pattern.compile("[\\w.$<>, ]+:(.*)");

    private Signature() {}

    /// The first of several, with how many more there are.
    ///
    /// @param width what there is room for
    static String described(List<String> signatures, int width) {
        var more = signatures.size() > 1 ? ", +" + (signatures.size() - 1) : "";
        var text = described(signatures.getFirst());
        int room = Math.max(1, width - more.length());
        return (text.length() <= room ? text : text.substring(0, room - 1) + "…") + more;
    }

    private static String described(String signature) {
        var field = FIELD.matcher(signature);
        if (field.matches()) return field.group(1);
        var method = METHOD.matcher(signature);
        if (!method.matches()) return signature;
        var result = method.group(1);
        return result == null ? method.group(2) : (method.group(2) + " → " + result).strip();
    }
}
