package sconce.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final Cells CELLS = new Cells();

    @AfterAll
    static void close() { CELLS.close(); }

    @Test
    void output_keeps_its_order_and_its_stream() {
        CELLS.value(
                "System.out.print(\"a\"); System.err.print(\"x\"); System.out.println(\"b\"); System.out.printf(\"%d\", 3);");
        assertThat(CELLS.front.out()).isEqualTo("ab" + System.lineSeparator() + "3");
        assertThat(CELLS.front.err()).isEqualTo("x");
    }

    @Test
    void characters_written_in_parts_arrive_whole() {
        CELLS.value("for (byte b : \"한글 🙂\".getBytes()) System.out.write(b); System.out.flush();");
        assertThat(CELLS.front.out()).isEqualTo("한글 🙂");
    }

    @Test
    void a_thread_writes_to_the_cell_that_started_it() throws InterruptedException {
        CELLS.value("""
                var go = new CountDownLatch(1);
                var done = new CountDownLatch(1);
                Thread.ofVirtual().start(() -> {
                    try { go.await(); } catch (InterruptedException e) { return; }
                    System.out.print("late");
                    done.countDown();
                });
                """);
        var starter = CELLS.front;
        CELLS.value("go.countDown(); done.await(); System.out.print(\"own\");");
        assertThat(starter.out()).isEqualTo("late");
        assertThat(CELLS.front.out()).isEqualTo("own");
    }

    @Test
    void parallel_streams_write_to_the_running_cell() {
        CELLS.value("IntStream.range(0, 100).parallel().forEach(i -> System.out.print(\".\"));");
        CELLS.value("IntStream.range(0, 100).parallel().forEach(i -> System.out.print(\".\"));");
        assertThat(CELLS.front.out()).hasSize(100);
    }

    @Test
    void standard_input_asks_the_front_end() {
        var front = new Recorder();
        front.answers.add("42 43");
        front.answers.add("next");
        CELLS.run("var scanner = new Scanner(System.in); var sum = scanner.nextInt() + scanner.nextInt();", front);
        assertThat(CELLS.value("sum")).isEqualTo("85");
        front.answers.clear();
        front.answers.add("line");
        CELLS.run("var read = new BufferedReader(new InputStreamReader(System.in)).readLine();", front);
        assertThat(CELLS.value("read")).isEqualTo("line");
    }

    @Test
    void input_shows_its_prompt_and_password_hides() {
        var front = new Recorder();
        front.answers.add("Ada");
        front.answers.add("secret");
        CELLS.run("var name = input(\"Name? \"); var secret = password(\"Word? \");", front);
        assertThat(front.prompts).containsExactly("Name? ", "Word?  (hidden)");
        assertThat(CELLS.value("name + secret")).isEqualTo("Adasecret");
        assertThat(CELLS.failure("input()").message()).isEqualTo("no input here");
    }

    @Test
    void displays_come_at_once_and_can_be_updated() {
        CELLS.value("display(\"id\", 1); updateDisplay(\"id\", List.of(2)); clearOutput(true); display(null);");
        assertThat(CELLS.front.displays).hasSize(4).startsWith("show id 1", "update id [2]", "clear true");
        assertThat(CELLS.front.displays.getLast()).endsWith(" null");
    }

    @Test
    void an_uncaught_exception_of_a_thread_names_the_cell() {
        CELLS.value("var failing = new Thread(() -> { throw new IllegalStateException(\"inside\"); });\n"
                + "failing.start(); failing.join();");
        assertThat(CELLS.front.err().replaceAll("\u001b\\[[0-9;]*m", "")).contains("IllegalStateException: inside\n",
                "cell " + CELLS.number() + ", line 1").doesNotContain("REPL", "Thread.run");
    }

    @Test
    void waiting_for_input_can_be_interrupted() {
        var front = new Recorder();
        front.answers.add("WAIT");
        var waiting = new Thread(() -> {
            while (front.prompts.isEmpty()) {
                Thread.onSpinWait();
            }
            CELLS.session().interrupt();
        });
        waiting.start();
        assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60),
                () -> CELLS.run("input(\"? \")", front))).isInstanceOf(Result.Interrupted.class);
    }

    @Test
    void a_stream_set_to_null_is_back_in_the_next_cell() {
        CELLS.value("System.setOut(null);");
        CELLS.value("System.out.print(\"back\");");
        assertThat(CELLS.front.out()).isEqualTo("back");
    }

    @Test
    void streams_that_a_cell_has_changed_are_its_own_until_its_end() {
        CELLS.value("var kept1 = new ByteArrayOutputStream(); System.setOut(new PrintStream(kept1));"
                + "System.setIn(new ByteArrayInputStream(\"fixed\\n\".getBytes()));"
                + "System.out.print(new Scanner(System.in).nextLine());");
        assertThat(CELLS.front.out()).isEmpty();
        assertThat(CELLS.front.err()).contains("own again");
        CELLS.front.answers.add("asked");
        assertThat(CELLS.value("System.out.print(\"back\"); kept1.toString()")).isEqualTo("fixed");
        assertThat(CELLS.front.out()).isEqualTo("back");
        assertThat(CELLS.front.err()).isEmpty();
    }

    @Test
    void what_a_read_leaves_of_a_line_does_not_answer_the_next_cell() {
        var front = new Recorder();
        front.answers.add("ab");
        front.answers.add("cd");
        CELLS.run("int first2 = System.in.read(); int second2 = System.in.read();", front);
        CELLS.run("var line2 = IO.readln(\"next? \");", front);
        assertThat(CELLS.value("\"\" + (char) first2 + (char) second2 + line2")).isEqualTo("abcd");
        assertThat(front.prompts).containsExactly("", "next? ");
    }

    @Test
    void the_console_asks_the_front_end_and_hides_passwords() {
        assumeTrue(Object.class.getModule().isOpen("java.io", CellConsole.class.getModule()), "see jvm.args");
        var front = new Recorder();
        front.answers.add("Ada");
        front.answers.add("비밀");
        front.answers.add("last");
        CELLS.run("var asked = System.console().readLine(\"%s? \", \"Name\");"
                + "var hidden = new String(System.console().readPassword(\"Word? \"));"
                + "var plain = System.console().readLine(); System.console().printf(\"%d\", 5).flush();"
                + "System.console().writer().print(6);", front);
        assertThat(front.prompts).containsExactly("Name? ", "Word?  (hidden)", "");
        assertThat(front.out()).isEqualTo("56");
        assertThat(CELLS.value("asked + hidden + plain")).isEqualTo("Ada비밀last");
        assertThat(CELLS.failure("System.console().readPassword()").message()).isEqualTo("no input here");
    }

    @Test
    void a_display_gives_its_id_and_takes_a_mime_type() {
        CELLS.value("String shown5 = display(\"one\"); updateDisplay(shown5, \"two\");");
        var id = CELLS.value("shown5");
        assertThat(CELLS.value("display(List.of(1))")).isEmpty();
        CELLS.value(
                """
                        display("<b>1</b>", "text/html"); display("text/html", "<b>2</b>"); display(new byte[] {1, 2}, "image/png");
                        display(Map.of("text/markdown", "**3**", "application/json", Map.of("a", 1)));
                        display(new java.awt.image.BufferedImage(3, 2, java.awt.image.BufferedImage.TYPE_INT_RGB));
                        display("own", 4); display(Map.of("text", 5));""");
        assertThat(CELLS.front.bundles).extracting(Map::keySet).containsExactly(Set.of("text/html", "text/plain"),
                Set.of("text/html", "text/plain"), Set.of("image/png", "text/plain"),
                Set.of("text/markdown", "application/json", "text/plain"), Set.of("image/png", "text/plain"),
                Set.of("text/plain"), Set.of("text/html", "text/plain"));
        assertThat(CELLS.front.bundles.get(1)).containsEntry("text/html", "<b>2</b>");
        assertThat((byte[]) CELLS.front.bundles.get(4).get("image/png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(CELLS.front.displays.get(5)).isEqualTo("show own 4");
        assertThat(id).isNotBlank();
        assertThat(CELLS.failure("display(1, \"html\", \"text\")").message()).contains("no MIME type");
    }

    @Test
    void a_closed_stream_still_writes() {
        CELLS.value("System.out.close(); System.out.print(\"on\");");
        assertThat(CELLS.front.out()).isEqualTo("on");
    }
}
