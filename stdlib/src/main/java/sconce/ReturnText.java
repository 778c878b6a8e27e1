package sconce;

/// The text of results that are several, as PyTorch prints them.
final class ReturnText {
    private ReturnText() {}

    /// A named tuple: `torch.return_types.max(`, a line for each name and value, `)`.
    static String named(String name, Object... namesAndValues) {
        var text = new StringBuilder("torch.return_types.").append(name).append("(\n");
        for (var i = 0; i < namesAndValues.length; i += 2) {
            text.append(i == 0 ? "" : ",\n").append(namesAndValues[i]).append('=').append(namesAndValues[i + 1]);
        }
        return text.append(')').toString();
    }

    /// A plain tuple: `(tensor(1.), tensor(2.))`.
    static String tuple(Object... values) {
        var text = new StringBuilder("(");
        for (var i = 0; i < values.length; i++) text.append(i == 0 ? "" : ", ").append(values[i]);
        return text.append(values.length == 1 ? ",)" : ")").toString();
    }
}
