package sconce.nn;

import org.jspecify.annotations.Nullable;
import sconce.Size;
import sconce.Tensor;

/// Functions of [F]: convolutions and poolings with options by place, in PyTorch's order.
public abstract sealed class PoolingsByPlace extends LossesByPlace permits ShapesByPlace {
    PoolingsByPlace() {}

    /// [F#conv1d] with its first options by place.
    public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
        return conv1d(input, weight, bias, o -> o.stride(stride));
    }

    /// [F#conv1d] with its first options by place.
    public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
        return conv1d(input, weight, bias, o -> o.stride(stride).padding(padding));
    }

    /// [F#conv1d] with all options by place.
    public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding,
            long dilation, long groups) {
        return conv1d(input, weight, bias, o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, Size stride, Size padding,
            Size dilation, long groups) {
        return conv1d(input, weight, bias, o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups));
    }

    /// The same; `padding` is `"same"` or `"valid"`.
    public static Tensor conv1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, String padding,
            long dilation, long groups) {
        return conv1d(input, weight, bias, o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups));
    }

    /// [F#conv2d] with its first options by place.
    public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
        return conv2d(input, weight, bias, o -> o.stride(stride));
    }

    /// [F#conv2d] with its first options by place.
    public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
        return conv2d(input, weight, bias, o -> o.stride(stride).padding(padding));
    }

    /// [F#conv2d] with all options by place.
    public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding,
            long dilation, long groups) {
        return conv2d(input, weight, bias, o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, Size stride, Size padding,
            Size dilation, long groups) {
        return conv2d(input, weight, bias, o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups));
    }

    /// The same; `padding` is `"same"` or `"valid"`.
    public static Tensor conv2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, String padding,
            long dilation, long groups) {
        return conv2d(input, weight, bias, o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups));
    }

    /// [F#conv3d] with its first options by place.
    public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
        return conv3d(input, weight, bias, o -> o.stride(stride));
    }

    /// [F#conv3d] with its first options by place.
    public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding) {
        return conv3d(input, weight, bias, o -> o.stride(stride).padding(padding));
    }

    /// [F#conv3d] with all options by place.
    public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding,
            long dilation, long groups) {
        return conv3d(input, weight, bias, o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, Size stride, Size padding,
            Size dilation, long groups) {
        return conv3d(input, weight, bias, o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups));
    }

    /// The same; `padding` is `"same"` or `"valid"`.
    public static Tensor conv3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, String padding,
            long dilation, long groups) {
        return conv3d(input, weight, bias, o -> o.stride(stride).padding(padding).dilation(dilation).groups(groups));
    }

    /// [F#convTranspose1d] with its first options by place.
    public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
        return convTranspose1d(input, weight, bias, o -> o.stride(stride));
    }

    /// [F#convTranspose1d] with its first options by place.
    public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride,
            long padding) {
        return convTranspose1d(input, weight, bias, o -> o.stride(stride).padding(padding));
    }

    /// [F#convTranspose1d] with its first options by place.
    public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding,
            long outputPadding) {
        return convTranspose1d(input, weight, bias,
                o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
    }

    /// [F#convTranspose1d] with all options by place.
    public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding,
            long outputPadding, long groups, long dilation) {
        return convTranspose1d(input, weight, bias,
                o -> o.stride(stride).padding(padding).outputPadding(outputPadding).groups(groups).dilation(dilation));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor convTranspose1d(Tensor input, Tensor weight, @Nullable Tensor bias, Size stride, Size padding,
            Size outputPadding, long groups, Size dilation) {
        return convTranspose1d(input, weight, bias,
                o -> o.stride(stride).padding(padding).outputPadding(outputPadding).groups(groups).dilation(dilation));
    }

    /// [F#convTranspose2d] with its first options by place.
    public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
        return convTranspose2d(input, weight, bias, o -> o.stride(stride));
    }

    /// [F#convTranspose2d] with its first options by place.
    public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride,
            long padding) {
        return convTranspose2d(input, weight, bias, o -> o.stride(stride).padding(padding));
    }

    /// [F#convTranspose2d] with its first options by place.
    public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding,
            long outputPadding) {
        return convTranspose2d(input, weight, bias,
                o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
    }

    /// [F#convTranspose2d] with all options by place.
    public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding,
            long outputPadding, long groups, long dilation) {
        return convTranspose2d(input, weight, bias,
                o -> o.stride(stride).padding(padding).outputPadding(outputPadding).groups(groups).dilation(dilation));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor convTranspose2d(Tensor input, Tensor weight, @Nullable Tensor bias, Size stride, Size padding,
            Size outputPadding, long groups, Size dilation) {
        return convTranspose2d(input, weight, bias,
                o -> o.stride(stride).padding(padding).outputPadding(outputPadding).groups(groups).dilation(dilation));
    }

    /// [F#convTranspose3d] with its first options by place.
    public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride) {
        return convTranspose3d(input, weight, bias, o -> o.stride(stride));
    }

    /// [F#convTranspose3d] with its first options by place.
    public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride,
            long padding) {
        return convTranspose3d(input, weight, bias, o -> o.stride(stride).padding(padding));
    }

    /// [F#convTranspose3d] with its first options by place.
    public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding,
            long outputPadding) {
        return convTranspose3d(input, weight, bias,
                o -> o.stride(stride).padding(padding).outputPadding(outputPadding));
    }

    /// [F#convTranspose3d] with all options by place.
    public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias, long stride, long padding,
            long outputPadding, long groups, long dilation) {
        return convTranspose3d(input, weight, bias,
                o -> o.stride(stride).padding(padding).outputPadding(outputPadding).groups(groups).dilation(dilation));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor convTranspose3d(Tensor input, Tensor weight, @Nullable Tensor bias, Size stride, Size padding,
            Size outputPadding, long groups, Size dilation) {
        return convTranspose3d(input, weight, bias,
                o -> o.stride(stride).padding(padding).outputPadding(outputPadding).groups(groups).dilation(dilation));
    }

    /// [F#maxPool1d] with its first options by place.
    public static Tensor maxPool1d(Tensor input, long kernelSize, long stride, long padding) {
        return maxPool1d(input, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// [F#maxPool1d] with all options by place.
    public static Tensor maxPool1d(Tensor input, long kernelSize, long stride, long padding, long dilation,
            boolean ceilMode) {
        return maxPool1d(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor maxPool1d(Tensor input, Size kernelSize, @Nullable Size stride, Size padding, Size dilation,
            boolean ceilMode) {
        return maxPool1d(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// [F#maxPool1dWithIndices] with its first options by place.
    public static PoolOutput maxPool1dWithIndices(Tensor input, long kernelSize, long stride, long padding) {
        return maxPool1dWithIndices(input, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// [F#maxPool1dWithIndices] with all options by place.
    public static PoolOutput maxPool1dWithIndices(Tensor input, long kernelSize, long stride, long padding,
            long dilation, boolean ceilMode) {
        return maxPool1dWithIndices(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// The same, with sizes of their own for each dimension.
    public static PoolOutput maxPool1dWithIndices(Tensor input, Size kernelSize, @Nullable Size stride, Size padding,
            Size dilation, boolean ceilMode) {
        return maxPool1dWithIndices(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// [F#maxPool2d] with its first options by place.
    public static Tensor maxPool2d(Tensor input, long kernelSize, long stride, long padding) {
        return maxPool2d(input, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// [F#maxPool2d] with all options by place.
    public static Tensor maxPool2d(Tensor input, long kernelSize, long stride, long padding, long dilation,
            boolean ceilMode) {
        return maxPool2d(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor maxPool2d(Tensor input, Size kernelSize, @Nullable Size stride, Size padding, Size dilation,
            boolean ceilMode) {
        return maxPool2d(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// [F#maxPool2dWithIndices] with its first options by place.
    public static PoolOutput maxPool2dWithIndices(Tensor input, long kernelSize, long stride, long padding) {
        return maxPool2dWithIndices(input, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// [F#maxPool2dWithIndices] with all options by place.
    public static PoolOutput maxPool2dWithIndices(Tensor input, long kernelSize, long stride, long padding,
            long dilation, boolean ceilMode) {
        return maxPool2dWithIndices(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// The same, with sizes of their own for each dimension.
    public static PoolOutput maxPool2dWithIndices(Tensor input, Size kernelSize, @Nullable Size stride, Size padding,
            Size dilation, boolean ceilMode) {
        return maxPool2dWithIndices(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// [F#maxPool3d] with its first options by place.
    public static Tensor maxPool3d(Tensor input, long kernelSize, long stride, long padding) {
        return maxPool3d(input, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// [F#maxPool3d] with all options by place.
    public static Tensor maxPool3d(Tensor input, long kernelSize, long stride, long padding, long dilation,
            boolean ceilMode) {
        return maxPool3d(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor maxPool3d(Tensor input, Size kernelSize, @Nullable Size stride, Size padding, Size dilation,
            boolean ceilMode) {
        return maxPool3d(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// [F#maxPool3dWithIndices] with its first options by place.
    public static PoolOutput maxPool3dWithIndices(Tensor input, long kernelSize, long stride, long padding) {
        return maxPool3dWithIndices(input, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// [F#maxPool3dWithIndices] with all options by place.
    public static PoolOutput maxPool3dWithIndices(Tensor input, long kernelSize, long stride, long padding,
            long dilation, boolean ceilMode) {
        return maxPool3dWithIndices(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// The same, with sizes of their own for each dimension.
    public static PoolOutput maxPool3dWithIndices(Tensor input, Size kernelSize, @Nullable Size stride, Size padding,
            Size dilation, boolean ceilMode) {
        return maxPool3dWithIndices(input, kernelSize,
                o -> o.stride(stride).padding(padding).dilation(dilation).ceilMode(ceilMode));
    }

    /// [F#avgPool1d] with its first options by place.
    public static Tensor avgPool1d(Tensor input, long kernelSize, long stride, long padding) {
        return avgPool1d(input, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// [F#avgPool1d] with all options by place.
    public static Tensor avgPool1d(Tensor input, long kernelSize, long stride, long padding, boolean ceilMode,
            boolean countIncludePad) {
        return avgPool1d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor avgPool1d(Tensor input, Size kernelSize, @Nullable Size stride, Size padding, boolean ceilMode,
            boolean countIncludePad) {
        return avgPool1d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad));
    }

    /// [F#avgPool2d] with its first options by place.
    public static Tensor avgPool2d(Tensor input, long kernelSize, long stride, long padding) {
        return avgPool2d(input, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// [F#avgPool2d] with all options by place.
    public static Tensor avgPool2d(Tensor input, long kernelSize, long stride, long padding, boolean ceilMode,
            boolean countIncludePad) {
        return avgPool2d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor avgPool2d(Tensor input, Size kernelSize, @Nullable Size stride, Size padding, boolean ceilMode,
            boolean countIncludePad) {
        return avgPool2d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad));
    }

    /// The same; sums are divided by `divisorOverride`.
    public static Tensor avgPool2d(Tensor input, long kernelSize, long stride, long padding, boolean ceilMode,
            boolean countIncludePad, long divisorOverride) {
        return avgPool2d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad)
                        .divisorOverride(divisorOverride));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor avgPool2d(Tensor input, Size kernelSize, @Nullable Size stride, Size padding, boolean ceilMode,
            boolean countIncludePad, long divisorOverride) {
        return avgPool2d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad)
                        .divisorOverride(divisorOverride));
    }

    /// [F#avgPool3d] with its first options by place.
    public static Tensor avgPool3d(Tensor input, long kernelSize, long stride, long padding) {
        return avgPool3d(input, kernelSize, o -> o.stride(stride).padding(padding));
    }

    /// [F#avgPool3d] with all options by place.
    public static Tensor avgPool3d(Tensor input, long kernelSize, long stride, long padding, boolean ceilMode,
            boolean countIncludePad) {
        return avgPool3d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor avgPool3d(Tensor input, Size kernelSize, @Nullable Size stride, Size padding, boolean ceilMode,
            boolean countIncludePad) {
        return avgPool3d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad));
    }

    /// The same; sums are divided by `divisorOverride`.
    public static Tensor avgPool3d(Tensor input, long kernelSize, long stride, long padding, boolean ceilMode,
            boolean countIncludePad, long divisorOverride) {
        return avgPool3d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad)
                        .divisorOverride(divisorOverride));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor avgPool3d(Tensor input, Size kernelSize, @Nullable Size stride, Size padding, boolean ceilMode,
            boolean countIncludePad, long divisorOverride) {
        return avgPool3d(input, kernelSize,
                o -> o.stride(stride).padding(padding).ceilMode(ceilMode).countIncludePad(countIncludePad)
                        .divisorOverride(divisorOverride));
    }

    /// [F#lpPool1d] with all options by place.
    public static Tensor lpPool1d(Tensor input, Number normType, long kernelSize, long stride, boolean ceilMode) {
        return lpPool1d(input, normType, kernelSize, o -> o.stride(stride).ceilMode(ceilMode));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor lpPool1d(Tensor input, Number normType, Size kernelSize, @Nullable Size stride,
            boolean ceilMode) {
        return lpPool1d(input, normType, kernelSize, o -> o.stride(stride).ceilMode(ceilMode));
    }

    /// [F#lpPool2d] with all options by place.
    public static Tensor lpPool2d(Tensor input, Number normType, long kernelSize, long stride, boolean ceilMode) {
        return lpPool2d(input, normType, kernelSize, o -> o.stride(stride).ceilMode(ceilMode));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor lpPool2d(Tensor input, Number normType, Size kernelSize, @Nullable Size stride,
            boolean ceilMode) {
        return lpPool2d(input, normType, kernelSize, o -> o.stride(stride).ceilMode(ceilMode));
    }

    /// [F#lpPool3d] with all options by place.
    public static Tensor lpPool3d(Tensor input, Number normType, long kernelSize, long stride, boolean ceilMode) {
        return lpPool3d(input, normType, kernelSize, o -> o.stride(stride).ceilMode(ceilMode));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor lpPool3d(Tensor input, Number normType, Size kernelSize, @Nullable Size stride,
            boolean ceilMode) {
        return lpPool3d(input, normType, kernelSize, o -> o.stride(stride).ceilMode(ceilMode));
    }

    /// [F#maxUnpool1d] with all options by place.
    public static Tensor maxUnpool1d(Tensor input, Tensor indices, long kernelSize, long stride, long padding,
            @Nullable Size outputSize) {
        return maxUnpool1d(input, indices, kernelSize, o -> o.stride(stride).padding(padding).outputSize(outputSize));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor maxUnpool1d(Tensor input, Tensor indices, Size kernelSize, @Nullable Size stride, Size padding,
            @Nullable Size outputSize) {
        return maxUnpool1d(input, indices, kernelSize, o -> o.stride(stride).padding(padding).outputSize(outputSize));
    }

    /// [F#maxUnpool2d] with all options by place.
    public static Tensor maxUnpool2d(Tensor input, Tensor indices, long kernelSize, long stride, long padding,
            @Nullable Size outputSize) {
        return maxUnpool2d(input, indices, kernelSize, o -> o.stride(stride).padding(padding).outputSize(outputSize));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor maxUnpool2d(Tensor input, Tensor indices, Size kernelSize, @Nullable Size stride, Size padding,
            @Nullable Size outputSize) {
        return maxUnpool2d(input, indices, kernelSize, o -> o.stride(stride).padding(padding).outputSize(outputSize));
    }

    /// [F#maxUnpool3d] with all options by place.
    public static Tensor maxUnpool3d(Tensor input, Tensor indices, long kernelSize, long stride, long padding,
            @Nullable Size outputSize) {
        return maxUnpool3d(input, indices, kernelSize, o -> o.stride(stride).padding(padding).outputSize(outputSize));
    }

    /// The same, with sizes of their own for each dimension.
    public static Tensor maxUnpool3d(Tensor input, Tensor indices, Size kernelSize, @Nullable Size stride, Size padding,
            @Nullable Size outputSize) {
        return maxUnpool3d(input, indices, kernelSize, o -> o.stride(stride).padding(padding).outputSize(outputSize));
    }
}
