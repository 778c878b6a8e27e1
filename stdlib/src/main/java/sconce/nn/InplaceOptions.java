package sconce.nn;

/// The keyword argument `inplace` of the layers that can change their input itself.
abstract class InplaceOptions<O extends InplaceOptions<O>> {
    boolean inplace = false;

    InplaceOptions() {}

    /// Whether the input itself is changed; by default not.
    @SuppressWarnings("unchecked") // O is the class itself in every subclass.
    public O inplace(boolean inplace) {
        this.inplace = inplace;
        return (O) this;
    }
}
