package sconce;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// The numbers of a tensor in nested brackets, aligned, wrapped and, if there are many, summarised.
final class ElementsText {
    private final PrintOptions.Style style;
    private final boolean summarise;
    /// Sizes with the middles left out, and where they were.
    private final long[] shape;
    private final boolean[] elided;
    private final IntFunction<String> element;
    private final int width;
    private int next;

    private ElementsText(Tensor tensor, PrintOptions.Style style) {
        this.style = style;
        summarise = tensor.numel() > style.threshold();
        elided = new boolean[(int) tensor.dim()];
        var shown = summarise ? edges(tensor) : tensor;
        shape = shown.shape().longs();
        if (tensor.dtype().isComplex()) {
            var parts = TensorData.doubles(shown);
            var real = Format.of(half(parts, 0), style);
            var imaginary = Format.of(half(parts, 1), style);
            // The j takes a place of its own.
            width = real.width + imaginary.width + 1;
            element = i -> complex(real.text(parts[2 * i]), imaginary.text(parts[2 * i + 1]));
        } else if (tensor.dtype().isFloatingPoint()) {
            var values = TensorData.doubles(shown);
            var format = Format.of(values, style);
            width = format.width;
            element = i -> format.text(values[i]);
        } else {
            var texts = wholes(shown);
            var widest = 1;
            for (var text : texts) widest = Math.max(widest, text.length());
            width = widest;
            element = i -> padded(texts[i], width);
        }
    }

    static String of(Tensor tensor, int indent, PrintOptions.Style style) {
        return tensor.numel() == 0 ? "[]" : new ElementsText(tensor, style).text(0, indent);
    }

    /// The tensor with the middle of each long dimension cut out.
    private Tensor edges(Tensor tensor) {
        var shown = tensor.detach();
        var edge = style.edgeitems();
        for (var dim = 0; dim < elided.length; dim++) {
            var size = shown.size(dim);
            elided[dim] = size > 2L * edge;
            if (!elided[dim]) continue;
            Tensor start = Operators.call("narrow", shown, dim, 0, edge);
            Tensor end = Operators.call("narrow", shown, dim, size - edge, edge);
            shown = Operators.call("cat", List.of(start, end), dim);
        }
        return shown;
    }

    private String text(int dim, int indent) {
        if (dim == shape.length) return element.apply(next++);
        if (dim == shape.length - 1) return vector(indent);
        var rows = new ArrayList<String>();
        for (var i = 0L; i < shape[dim]; i++) {
            if (elided[dim] && i == style.edgeitems()) rows.add("...");
            rows.add(text(dim + 1, indent + 1));
        }
        if (elided[dim] && shape[dim] == 0) rows.add("...");
        return "[" + String.join("," + "\n".repeat(shape.length - 1 - dim) + " ".repeat(indent + 1), rows) + "]";
    }

    private String vector(int indent) {
        var texts = new ArrayList<String>();
        var size = shape[shape.length - 1];
        var middle = elided[shape.length - 1];
        if (summarise && style.edgeitems() == 0) return "[...]";
        for (var i = 0L; i < size; i++) {
            if (middle && i == style.edgeitems()) texts.add(" ...");
            texts.add(element.apply(next++));
        }
        var perLine = Math.max(1, Math.floorDiv(style.linewidth() - indent, width + 2));
        var text = new StringBuilder("[");
        for (var i = 0; i < texts.size(); i++) {
            if (i > 0) text.append(i % perLine == 0 ? ",\n" + " ".repeat(indent + 1) : ", ");
            text.append(texts.get(i));
        }
        return text.append(']').toString();
    }

    private static String complex(String real, String imaginary) {
        var signed = imaginary.stripLeading();
        return real + (signed.startsWith("-") ? "" : "+") + signed + "j";
    }

    private static double[] half(double[] parts, int offset) {
        var half = new double[parts.length / 2];
        for (var i = 0; i < half.length; i++) half[i] = parts[2 * i + offset];
        return half;
    }

    private static String[] wholes(Tensor tensor) {
        var values = TensorData.longs(tensor);
        var texts = new String[values.length];
        var dtype = tensor.dtype();
        for (var i = 0; i < texts.length; i++) {
            texts[i] = dtype == DType.bool ? (values[i] == 0 ? "False" : "True")
                    : dtype == DType.uint64 ? Long.toUnsignedString(values[i]) : Long.toString(values[i]);
        }
        return texts;
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /// How all real numbers of one tensor are written: whole, with digits after the point, or with an exponent.
    private record Format(int precision, boolean whole, boolean scientific, int width) {
        static Format of(double[] values, PrintOptions.Style style) {
            var least = Double.POSITIVE_INFINITY;
            var greatest = 0.0;
            var whole = true;
            for (var value : values) {
                if (!counts(value)) continue;
                least = Math.min(least, Math.abs(value));
                greatest = Math.max(greatest, Math.abs(value));
                whole &= value == Math.ceil(value);
            }
            if (greatest == 0) return new Format(style.precision(), true, false, 1);
            @Nullable
            Boolean asked = style.sciMode();
            var scientific = asked != null ? asked : greatest / least > 1000 || greatest > 1e8 || least < 1e-4;
            var format = new Format(style.precision(), whole, scientific, 1);
            var width = 1;
            for (var value : values) if (counts(value)) width = Math.max(width, format.text(value).length());
            return new Format(style.precision(), whole, scientific, width);
        }

        private static boolean counts(double value) { return value != 0 && Double.isFinite(value); }

        String text(double value) {
            var text = scientific ? NumberText.scientific(value, precision)
                    : whole ? NumberText.fixed(value, 0) + (Double.isFinite(value) ? "." : "")
                            : NumberText.fixed(value, precision);
            return padded(text, width);
        }
    }
}
