package sconce.nn;

import sconce.show.PythonFormat;

/// What all dropout layers share.
abstract class DropoutNd extends UnaryModule {
    /// The probability of being dropped.
    public Number p;

    /// Whether the input itself is changed.
    public boolean inplace;

    /// The options that all dropout layers share.
    abstract static class Options<O extends Options<O>> extends InplaceOptions<O> {
        Number p = 0.5;

        /// The probability of being dropped; by default 0.5.
        @SuppressWarnings("unchecked") // O is the class itself in every subclass.
        public O p(Number p) {
            this.p = p;
            return (O) this;
        }
    }

    /// @throws sconce.ValueError if `p` is no probability
    DropoutNd(Options<?> o) {
        DropoutFunctions.checkProbability(o.p);
        p = o.p;
        inplace = o.inplace;
    }

    @Override
    public String extraRepr() { return PythonFormat.format("p=%s, inplace=%s", p, inplace); }
}
