package sconce.kernel.jupyter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
    private static final String TEXT = """
            {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4,
             "hb_port": 5, "key": "secret-key", "signature_scheme": "hmac-sha256", "kernel_name": "sconce"}""";

    @TempDir
    Path folder;

    private ConnectionFile read(String text) throws IOException {
        return ConnectionFile.read(Files.writeString(folder.resolve("connection.json"), text));
    }

    @Test
    void addresses_are_those_of_the_transport() throws IOException {
        assertThat(read(TEXT).address(7)).isEqualTo("tcp://127.0.0.1:7");
        assertThat(read(TEXT.replace("tcp", "ipc").replace("127.0.0.1", "/run/k")).address(7))
                .isEqualTo("ipc:///run/k-7");
    }

    @Test
    void ports_are_written_beside_what_is_there() throws IOException {
        read(TEXT.replace("\"hb_port\": 5", "\"hb_port\": 0")).withPorts(11, 12, 13, 14, 15)
                .writePorts(folder.resolve("connection.json"));
        var written = ConnectionFile.read(folder.resolve("connection.json"));
        assertThat(written.hbPort()).isEqualTo(15);
        assertThat(written.shellPort()).isEqualTo(11);
        assertThat(written.key()).isEqualTo("secret-key");
        assertThat(folder.resolve("connection.json")).content().contains("sconce");
        assertThat(folder).isDirectoryNotContaining("glob:**.kernel-*");
    }

    @Test
    void the_key_stays_out_of_logs() throws IOException {
        assertThat(read(TEXT).toString()).doesNotContain("secret-key");
    }

    @Test
    void what_is_wrong_is_said_with_the_file() {
        assertThatThrownBy(() -> read(TEXT.replace("\"hb_port\": 5", "\"hb_port\": 70000")))
                .hasMessageEndingWith("connection.json is no connection file: hb_port is missing or not a port");
        assertThatThrownBy(() -> read("[]")).hasMessageEndingWith("not a JSON object");
        assertThatThrownBy(() -> read(TEXT.replace("tcp", "udp"))).hasMessageContaining("only tcp and ipc are known");
        assertThatThrownBy(() -> read(TEXT.replace("sha256", "rot13")).signer())
                .hasMessageContaining("use hmac-sha256");
    }
}
