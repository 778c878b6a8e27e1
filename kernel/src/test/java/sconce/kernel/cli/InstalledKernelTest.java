package sconce.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The installed kernel, started and spoken to by Jupyter's own client.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstalledKernelTest {
    @TempDir
    static Path prefix;

    static JupyterClient client;

    @BeforeAll
    static void start_the_kernel() throws Exception {
        client = new JupyterClient(prefix);
        client.ask("start", "kernel", "sconce");
    }

    @AfterAll
    static void end_the_client() throws Exception {
        if (client != null) client.close();
    }

    @Test
    void kernel_info_names_the_language_and_the_protocol() throws Exception {
        var info = client.ask("kernel_info");
        assertThat(info.get("status").asString()).isEqualTo("ok");
        assertThat(info.get("implementation").asString()).isEqualTo("sconce");
        assertThat(info.get("protocol_version").asString()).startsWith("5.");
        assertThat(info.get("language_info").get("name").asString()).isEqualTo("java");
        assertThat(info.get("language_info").get("file_extension").asString()).isEqualTo(".java");
        assertThat(info.get("language_info").get("mimetype").asString()).isNotEmpty();
    }

    @Test
    void a_value_is_an_execute_result() throws Exception {
        var answer = client.ask("execute", "code", "1+1");
        assertThat(answer.get("reply").get("status").asString()).isEqualTo("ok");
        assertThat(answer.get("outputs")).hasSize(1);
        var output = answer.get("outputs").get(0);
        assertThat(output.get("type").asString()).isEqualTo("execute_result");
        assertThat(output.get("data").get("text/plain").asString()).isEqualTo("2");
        assertThat(output.get("execution_count").asInt()).isEqualTo(answer.get("reply").get("execution_count").asInt());
    }

    @Test
    void an_error_names_its_kind_and_leaves_the_session() throws Exception {
        client.ask("execute", "code", "int kept = 41;");
        var answer = client.ask("execute", "code", "throw new IllegalStateException(\"told\");");
        assertThat(answer.get("reply").get("status").asString()).isEqualTo("error");
        var error = answer.get("outputs").get(0);
        assertThat(error.get("type").asString()).isEqualTo("error");
        assertThat(error.get("ename").asString()).endsWith("IllegalStateException");
        assertThat(error.get("evalue").asString()).isEqualTo("told");
        assertThat(error.get("traceback")).isNotEmpty();
        var after = client.ask("execute", "code", "kept + 1");
        assertThat(after.get("outputs").get(0).get("data").get("text/plain").asString()).isEqualTo("42");
    }

    @Test
    void a_cell_that_does_not_compile_is_an_error_that_shows_its_line() throws Exception {
        var answer = client.ask("execute", "code", "int x = 1;\nint y = \"text\";");
        assertThat(answer.get("reply").get("status").asString()).isEqualTo("error");
        assertThat(answer.get("outputs").get(0).get("traceback").toString()).contains("int y = ").contains("text");
    }

    @Test
    void an_interrupt_ends_an_endless_loop_and_leaves_the_session() throws Exception {
        client.ask("execute", "code", "int before = 7;");
        var answer = client.ask("interrupt", "code", "System.out.println(\"on\"); while (true) { before++; }");
        assertThat(answer.get("reply").get("status").asString()).isEqualTo("error");
        assertThat(answer.get("outputs").get(0).get("text").asString()).isEqualTo("on\n");
        var after = client.ask("execute", "code", "before > 6");
        assertThat(after.get("outputs").get(0).get("data").get("text/plain").asString()).isEqualTo("true");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_shutdown_ends_the_process() throws Exception {
        assertThat(client.ask("shutdown").get("alive").asBoolean()).isFalse();
    }
}
