package sconce;

/// The shape that several shapes are expanded to.
final class Broadcast {
    private Broadcast() {}

    static Size shape(Size... shapes) {
        var longest = 0;
        for (var shape : shapes) longest = Math.max(longest, shape.size());
        var result = new long[longest];
        java.util.Arrays.fill(result, 1);
        for (var shape : shapes) {
            for (var i = 1; i <= shape.size(); i++) {
                long size = shape.get(shape.size() - i);
                var place = longest - i;
                if (size < 0) {
                    throw new TorchException(
                            "Trying to create tensor with negative dimension (" + size + "): (" + size + ")");
                }
                if (size == 1 || result[place] == size) continue;
                if (result[place] != 1) {
                    throw new TorchException(
                            "Shape mismatch: objects cannot be broadcast to a single shape");
                }
                result[place] = size;
            }
        }
        return new Size(result);
    }
}
