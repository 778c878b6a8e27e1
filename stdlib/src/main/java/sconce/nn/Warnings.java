package sconce.nn;

/// What users should know though it is no error. Stands for Python's `warnings.warn`.
final class Warnings {
    private Warnings() {}

    static void warn(String text) { System.err.println("UserWarning: " + text); }
}
