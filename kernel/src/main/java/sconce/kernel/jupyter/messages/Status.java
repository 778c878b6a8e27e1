package sconce.kernel.jupyter.messages;

/// `status`: what the kernel does.
///
/// @param executionState `starting`, `busy` or `idle`
public record Status(String executionState) implements Publication {
    public static final Status STARTING = new Status("starting");
    public static final Status BUSY = new Status("busy");
    public static final Status IDLE = new Status("idle");
}
