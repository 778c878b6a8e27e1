package sconce.kernel.session;

/// A cell that did not compile, or whose magic failed, on its way out.
final class CellFailure extends Exception {
    final transient Result.Failure result;

    CellFailure(Result.Failure result) {
        super(result.message(), null, false, false);
        this.result = result;
    }
}
