package sconce.nn;

import java.util.function.Consumer;
import sconce.Tensor;
import sconce.TorchException;
import sconce.ValueError;
import sconce.Warnings;
import sconce.libtorch.Operators;
import sconce.show.PythonFormat;

/// Functions of [F]: dropout.
public abstract sealed class DropoutFunctions extends ActivationFunctions permits PaddingFunctions {
    DropoutFunctions() {}

    /// Sets elements to zero with probability 0.5 and scales the others up.
    public static Tensor dropout(Tensor input) { return dropout(input, 0.5, true, false); }

    /// Sets elements to zero with probability `p` and scales the others up.
    public static Tensor dropout(Tensor input, Number p) { return dropout(input, p, true, false); }

    /// The same, if `training`; else gives the input.
    public static Tensor dropout(Tensor input, Number p, boolean training) {
        return dropout(input, p, training, false);
    }

    /// The same; `inplace` changes the input itself.
    public static Tensor dropout(Tensor input, Number p, boolean training, boolean inplace) {
        return drop("dropout", input, p, training, inplace);
    }

    /// The same, with options.
    public static Tensor dropout(Tensor input, Consumer<DropoutOptions> options) {
        var o = Keywords.of(new DropoutOptions(true), options);
        return dropout(input, o.p, o.training, o.inplace);
    }

    /// Drops channels of input `(N, C, L)` or `(C, L)` whole.
    public static Tensor dropout1d(Tensor input) { return dropout1d(input, 0.5, true, false); }

    /// The same, with probability `p`.
    public static Tensor dropout1d(Tensor input, Number p) { return dropout1d(input, p, true, false); }

    /// The same, if `training`; else gives the input.
    public static Tensor dropout1d(Tensor input, Number p, boolean training) {
        return dropout1d(input, p, training, false);
    }

    /// The same; `inplace` changes the input itself.
    public static Tensor dropout1d(Tensor input, Number p, boolean training, boolean inplace) {
        checkProbability(p);
        var dimensions = input.dim();
        if (dimensions != 2 && dimensions != 3) {
            throw new TorchException("dropout1d: Expected 2D or 3D input, but received a " + dimensions
                    + "D input. Note that dropout1d exists to provide channel-wise dropout on inputs with 1 spatial "
                    + "dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).");
        }
        return dropBatched(input, dimensions == 2, p, training, inplace);
    }

    /// The same, with options.
    public static Tensor dropout1d(Tensor input, Consumer<DropoutOptions> options) {
        var o = Keywords.of(new DropoutOptions(true), options);
        return dropout1d(input, o.p, o.training, o.inplace);
    }

    /// Drops channels of input `(N, C, H, W)` whole.
    public static Tensor dropout2d(Tensor input) { return dropout2d(input, 0.5, true, false); }

    /// The same, with probability `p`.
    public static Tensor dropout2d(Tensor input, Number p) { return dropout2d(input, p, true, false); }

    /// The same, if `training`; else gives the input.
    public static Tensor dropout2d(Tensor input, Number p, boolean training) {
        return dropout2d(input, p, training, false);
    }

    /// The same; `inplace` changes the input itself.
    public static Tensor dropout2d(Tensor input, Number p, boolean training, boolean inplace) {
        checkProbability(p);
        var dimensions = input.dim();
        if (dimensions != 3 && dimensions != 4) {
            Warnings.warn("dropout2d: Received a " + dimensions + "-D input to dropout2d, which is deprecated and will "
                    + "result in an error in a future release. To retain the behavior and silence this warning, please "
                    + "use dropout instead. Note that dropout2d exists to provide channel-wise dropout on inputs with "
                    + "2 spatial dimensions, a channel dimension, and an optional batch dimension (i.e. 3D or 4D "
                    + "inputs).");
        }
        if (dimensions == 3) {
            Warnings.warn("dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout "
                    + "behavior is desired - input is interpreted as shape (N, C, L), where C is the channel dim. This "
                    + "behavior will change in a future release to interpret the input as one without a batch "
                    + "dimension, i.e. shape (C, H, W). To maintain the 1D channel-wise dropout behavior, please "
                    + "switch to using dropout1d instead.");
        }
        return drop("feature_dropout", input, p, training, inplace);
    }

    /// The same, with options.
    public static Tensor dropout2d(Tensor input, Consumer<DropoutOptions> options) {
        var o = Keywords.of(new DropoutOptions(true), options);
        return dropout2d(input, o.p, o.training, o.inplace);
    }

    /// Drops channels of input `(N, C, D, H, W)` or `(C, D, H, W)` whole.
    public static Tensor dropout3d(Tensor input) { return dropout3d(input, 0.5, true, false); }

    /// The same, with probability `p`.
    public static Tensor dropout3d(Tensor input, Number p) { return dropout3d(input, p, true, false); }

    /// The same, if `training`; else gives the input.
    public static Tensor dropout3d(Tensor input, Number p, boolean training) {
        return dropout3d(input, p, training, false);
    }

    /// The same; `inplace` changes the input itself.
    public static Tensor dropout3d(Tensor input, Number p, boolean training, boolean inplace) {
        checkProbability(p);
        var dimensions = input.dim();
        if (dimensions != 4 && dimensions != 5) {
            Warnings.warn("dropout3d: Received a " + dimensions + "-D input to dropout3d, which is deprecated and will "
                    + "result in an error in a future release. To retain the behavior and silence this warning, please "
                    + "use dropout instead. Note that dropout3d exists to provide channel-wise dropout on inputs with "
                    + "3 spatial dimensions, a channel dimension, and an optional batch dimension (i.e. 4D or 5D "
                    + "inputs).");
        }
        return dropBatched(input, dimensions != 5, p, training, inplace);
    }

    /// The same, with options.
    public static Tensor dropout3d(Tensor input, Consumer<DropoutOptions> options) {
        var o = Keywords.of(new DropoutOptions(true), options);
        return dropout3d(input, o.p, o.training, o.inplace);
    }

    /// Dropout that keeps mean and variance of the outputs of [SELU]; by default gives the input.
    public static Tensor alphaDropout(Tensor input) { return alphaDropout(input, 0.5, false, false); }

    /// The same, with probability `p`, if `training`.
    public static Tensor alphaDropout(Tensor input, Number p, boolean training) {
        return alphaDropout(input, p, training, false);
    }

    /// The same; `inplace` changes the input itself.
    public static Tensor alphaDropout(Tensor input, Number p, boolean training, boolean inplace) {
        return drop("alpha_dropout", input, p, training, inplace);
    }

    /// The same, with options; `training` is false by default.
    public static Tensor alphaDropout(Tensor input, Consumer<DropoutOptions> options) {
        var o = Keywords.of(new DropoutOptions(false), options);
        return alphaDropout(input, o.p, o.training, o.inplace);
    }

    /// [#alphaDropout] of channels whole; by default gives the input.
    public static Tensor featureAlphaDropout(Tensor input) { return featureAlphaDropout(input, 0.5, false, false); }

    /// The same, with probability `p`, if `training`.
    public static Tensor featureAlphaDropout(Tensor input, Number p, boolean training) {
        return featureAlphaDropout(input, p, training, false);
    }

    /// The same; `inplace` changes the input itself.
    public static Tensor featureAlphaDropout(Tensor input, Number p, boolean training, boolean inplace) {
        return drop("feature_alpha_dropout", input, p, training, inplace);
    }

    /// The same, with options; `training` is false by default.
    public static Tensor featureAlphaDropout(Tensor input, Consumer<DropoutOptions> options) {
        var o = Keywords.of(new DropoutOptions(false), options);
        return featureAlphaDropout(input, o.p, o.training, o.inplace);
    }

    /// @throws ValueError if `p` is no probability
    static void checkProbability(Number p) {
        if (p.doubleValue() < 0 || p.doubleValue() > 1) {
            throw new ValueError("dropout probability has to be between 0 and 1, but got " + PythonFormat.of(p));
        }
    }

    private static Tensor drop(String operator, Tensor input, Number p, boolean training, boolean inplace) {
        checkProbability(p);
        return inplace
                ? inPlace(operator + "_", input, p, training)
                : Operators.call(operator, input, p, training);
    }

    /// Drops channels; an input without a batch gets one for the while.
    private static Tensor dropBatched(Tensor input, boolean single, Number p, boolean training, boolean inplace) {
        if (!single) return drop("feature_dropout", input, p, training, inplace);
        Tensor batch = inplace ? Operators.call("unsqueeze_", input, 0) : Operators.call("unsqueeze", input, 0);
        var result = drop("feature_dropout", batch, p, training, inplace);
        return inplace ? inPlace("squeeze_.dim", input, 0) : Operators.call("squeeze.dim", result, 0);
    }

    /// Options of the dropout functions.
    public static final class DropoutOptions extends InplaceOptions<DropoutOptions> {
        Number p = 0.5;
        boolean training;

        DropoutOptions(boolean training) { this.training = training; }

        /// The probability of being dropped, by default 0.5.
        public DropoutOptions p(Number p) { this.p = p; return this; }

        /// Whether anything is dropped.
        public DropoutOptions training(boolean training) { this.training = training; return this; }
    }
}
