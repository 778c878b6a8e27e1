package sconce.kernel.jupyter.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/// The connection file, with which Jupyter says where a kernel shall listen and what it shall sign with. A port that is 0
/// is one that the kernel chooses and writes into the file.
///
/// @param transport `tcp` or `ipc`
/// @param ip an address, or for `ipc` the path that every socket's file name starts with
public record ConnectionFile(String transport, String ip, int shellPort, int iopubPort, int stdinPort, int controlPort,
        int hbPort, String key, String signatureScheme) {

    /// Reads `file`, once: nothing looks at it again, so it may be deleted afterwards.
    ///
    /// @throws IOException when it cannot be read or is no connection file, with the reason
    public static ConnectionFile read(Path file) throws IOException {
        try {
            return of(new Fields(Json.readObject(Files.readAllBytes(file))));
        } catch (MalformedMessageException e) {
            throw new IOException(file + " is no connection file: " + e.getMessage(), e);
        }
    }

    /// Writes the ports into `file`, for its owner's eyes only and in one step, so that nobody reads half of it; what else
    /// stands there stays.
    ///
    /// @throws IOException when it cannot be written
    public void writePorts(Path file) throws IOException {
        var fields = Json.readObject(Files.readAllBytes(file));
        fields.putAll(Map.of("shell_port", shellPort, "iopub_port", iopubPort, "stdin_port", stdinPort, "control_port",
                controlPort, "hb_port", hbPort));
        var folder = file.toAbsolutePath().getParent();
        var whole = Files.createTempFile(folder, ".kernel-", ".json"); // the JDK makes it private
        Files.write(whole, Json.write(fields));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// This with other ports.
    public ConnectionFile withPorts(int shell, int iopub, int stdin, int control, int hb) {
        return new ConnectionFile(transport, ip, shell, iopub, stdin, control, hb, key, signatureScheme);
    }

    static ConnectionFile of(Fields fields) {
        var transport = String.valueOf(fields.text("transport", "tcp"));
        if (!transport.equals("tcp") && !transport.equals("ipc"))
            throw new MalformedMessageException("transport is " + transport + ", and only tcp and ipc are known");
        return new ConnectionFile(transport, fields.text("ip"), port(fields, "shell_port"), port(fields, "iopub_port"),
                port(fields, "stdin_port"), port(fields, "control_port"), port(fields, "hb_port"),
                String.valueOf(fields.text("key", "")), String.valueOf(fields.text("signature_scheme", "hmac-sha256")));
    }

    /// What a socket binds to: `tcp://127.0.0.1:5555`, `ipc://path-1`.
    public String address(int port) { return transport + "://" + ip + (transport.equals("ipc") ? "-" : ":") + port; }

    public Signer signer() { return new Signer(signatureScheme, key.getBytes(StandardCharsets.UTF_8)); }

    /// Without the key, which must not land in a log.
    @Override
    public String toString() { return "ConnectionFile[" + address(shellPort) + "]"; }

    private static int port(Fields fields, String name) {
        int port = fields.number(name, -1);
        if (port < 0 || port > 65535) throw new MalformedMessageException(name + " is missing or not a port");
        return port;
    }
}
