package sconce.io;

/// Says why a value of a file cannot be, to whoever knows the file and the place.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String reason) { super(reason, null, false, false); }

    @Override
    @SuppressWarnings("NullAway") // It is made with a text.
    public String getMessage() { return super.getMessage(); }
}
