package sconce.kernel.jupyter;

/// The sockets that carry messages, by Jupyter's names. (The heartbeat carries none.)
enum Channel {
    SHELL, CONTROL, STDIN, IOPUB
}
