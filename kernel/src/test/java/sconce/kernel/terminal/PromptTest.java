package sconce.kernel.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import sconce.kernel.notebook.SourceFile;

/// One prompt for all of these: a session takes a second to open. Each test begins with an empty screen and counts its
/// cells from 1, whatever their numbers are.
class PromptTest {
    @TempDir
    static Path folder;

    static Keyboard keys;

    @BeforeAll
    static void open() { keys = new Keyboard(folder.resolve("history.jsonl")); }

    @AfterAll
    static void close() { keys.close(); }

    /// What a failed test leaves on the screen is no matter of the next one.
    @RegisterExtension
    static final AfterTestExecutionCallback FAILED = test -> {
        if (test.getExecutionException().isEmpty()) return;
        keys.close();
        open();
    };

    @BeforeEach
    void begin_anew() { keys.beginAnew(); }

    @Test
    void cells_are_numbered_and_their_values_shown() {
        keys.type("1 + 1\r").until("Out[1]: 2").prompt(2);
        keys.type("var x = 3\r").prompt(3);
        keys.type("x * 2\r").until("Out[3]: 6").prompt(4);
    }

    @Test
    void a_model_is_shown_as_pytorch_prints_it_in_colours() {
        keys.type("new Sequential(new Linear(2, 3), new ReLU())\r").until("""
                Out[1]:
                Sequential(
                  (0): Linear(in_features=2, out_features=3, bias=True)
                  (1): ReLU()
                )
                """);
        keys.prompt(2);
        assertThat(keys.coloured()).contains("newSequentialnewLinear23", "LinearReLU");
    }

    @Test
    void a_tree_and_a_plot_keep_their_lines_in_colours() {
        keys.type("tree(new Sequential(new Linear(2, 3)))\r").until("└─ (0): Linear").prompt(2);
        assertThat(keys.coloured()).contains("]: LinearIn [");
        keys.beginAnew();
        keys.type("plot(Map.of(\"loss\", List.of(3, 2, 1)))\r").until("└┬─").until(" loss").prompt(2);
        assertThat(keys.coloured()).contains("⠤").doesNotContain("└");
    }

    @Test
    void an_open_bracket_goes_on_with_the_right_indentation() {
        keys.type("class Net extends Module {\rTensor forward(Tensor x) {\rreturn x;\r}\r}").until("""
                In [1]: class Net extends Module {
                   ...:     Tensor forward(Tensor x) {
                   ...:         return x;
                   ...:     }
                   ...: }""");
        keys.type("\rnew Net()\r").until("Out[2]: Net()").prompt(3);
    }

    @Test
    void an_if_waits_for_its_else_until_an_empty_line() {
        keys.type("if (true) print(\"yes\");\r\r").until("\nyes").prompt(2);
    }

    @Test
    void a_whole_cell_is_pasted_and_runs_when_told_to() {
        keys.type("\u001b[200~int twice(int x) {\n    return 2 * x;\n}\n\nprint(twice(21));\u001b[201~")
                .until("   ...: print(twice(21));").type("\r").until("\n42").prompt(2);
    }

    @Test
    void tab_completes_and_lists_what_could_follow() {
        keys.type("Torch.manualS\t").until("In [1]: Torch.manualSeed(");
        keys.type("\u0015F.hards\t").until("hardswish").until("hardsigmoid").type("\u0003").prompt(1);
    }

    @Test
    void the_menu_tells_signatures_and_what_the_chosen_one_does() {
        keys.type("F.hards\t").until(screen -> screen.matches("(?s).*hardshrink\\( +\\(.*"), "a signature").type("\t")
                .until("Tensor F.hardshrink(Tensor input)").type("\u0003").prompt(1);
    }

    @Test
    void arrows_move_in_either_mode_of_a_terminal() {
        keys.type("13\u001b[D2\u001bOC4\u001b[H5\r").until("Out[1]: 51234").prompt(2);
    }

    @Test
    void a_tip_tells_the_signatures_of_the_call_that_is_written() {
        keys.type("new Linear(").until("Linear(long inFeatures, long outFeatures)").until("From inFeatures numbers")
                .type("\u0003").prompt(1);
    }

    @Test
    void a_tip_comes_again_for_the_same_call_and_while_its_arguments_are_typed() {
        var call = "\u001b[200~new Linear(\u001b[201~";
        keys.type(call).until("From inFeatures numbers").interrupt().prompt(1).type("\f").prompt(1);
        keys.type(call + "2, 3").until("From inFeatures numbers").type("\u0003").prompt(1);
    }

    @Test
    void ctrl_c_cancels_a_line() {
        keys.type("int broken = ").until("broken =").interrupt().prompt(1);
    }

    @Test
    void ctrl_c_ends_what_runs_and_the_session_goes_on() {
        keys.type("var kept = 5\r").prompt(2);
        keys.type("print(\"runs\"); while (true) {}\r").until("\nruns").interrupt().until("Interrupted").prompt(3);
        keys.type("kept\r").until("Out[3]: 5");
    }

    @Test
    void what_is_typed_while_a_cell_runs_is_kept() {
        keys.type("print(\"runs\"); Thread.sleep(500)\r").until("\nruns").type("6 * 7\r").until("Out[2]: 42");
    }

    @Test
    void what_is_typed_while_a_plot_is_drawn_is_kept() {
        // The first plot of a prompt asks the terminal whether it shows pictures.
        try (var own = new Keyboard(null)) {
            own.type("print(\"runs\"); Thread.sleep(500); plot(List.of(1, 2))\r").until("\nruns")
                    .type("6 * 7\r7 * 7\r").until("┤").until("Out[2]: 42").until("Out[3]: 49").prompt(4);
            own.type("\u001b[?62;22c8 * 7\r").until("Out[4]: 56");
        }
    }

    @Test
    void an_error_names_the_cell_and_the_place() {
        keys.type("1 / 0\r").until("ArithmeticException: / by zero").until("cell 1, line 1").prompt(2);
        keys.type("int x = \"a\"\r").until("CompileError").until("^^^").prompt(3);
    }

    @Test
    void ctrl_r_finds_what_was_typed_in_this_prompt_and_before() {
        keys.type("var needle = 77\r").prompt(2);
        keys.type("\u0012needl").until("var needle = 77").type("\r").until("In [2]: var needle = 77").prompt(3);
        // The file is written behind the prompt.
        var file = folder.resolve("history.jsonl");
        keys.until(_ -> Files.exists(file) && read(file).contains("var needle = 77"), "the cell in " + file);
        try (var later = new Keyboard(file)) {
            later.prompt(1).type("\u0012needl").until("var needle = 77").type("\u0003");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_line_is_read_for_a_cell_and_a_password_is_not_shown() {
        keys.type("print(\"got \" + input(\"name? \"))\r").until("\nname?").type("Ann\r").until("\ngot Ann").prompt(2);
        keys.type("print(\"length \" + password(\"word? \").length())\r").until("\nword?").type("secret\r")
                .until("\nlength 6").prompt(3);
        assertThat(keys.screen()).doesNotContain("secret");
        keys.type("System.out.print(\"age: \"); new Scanner(System.in).nextInt() + 1\r").until("\nage:").type("41\r")
                .until("Out[3]: 42"); // what is typed before the editor stands is echoed by the terminal
    }

    @Test
    void ctrl_c_at_a_question_ends_the_cell() {
        keys.type("input(\"name? \")\r").until("\nname?").interrupt().until("Interrupted").prompt(2);
    }

    @Test
    void the_line_follows_the_terminals_size() {
        keys.type("1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15").until("+ 15");
        try {
            keys.resize(40, 40).type(" + 16\r").until("Out[1]: 136");
        } finally {
            keys.resize(90, 40);
        }
    }

    @Test
    void output_of_a_thread_left_behind_does_not_spoil_the_line() {
        keys.type("var go = new CountDownLatch(1); Thread.startVirtualThread(() -> { try { go.await(); } "
                + "catch (InterruptedException e) {} print(\"from behind\"); })\r").prompt(2);
        keys.type("go.countDown()\r").until("\nfrom behind").prompt(3);
        keys.type("3 + 4\r").until("Out[3]: 7");
    }

    @Test
    void a_display_is_replaced_in_its_place() {
        keys.type("display(\"d\", \"first\"); updateDisplay(\"d\", \"second\")\r").until("\nsecond").prompt(2);
        assertThat(keys.screen()).doesNotContain("\nfirst");
        keys.type("print(\"gone\"); clearOutput(); print(\"stays\")\r").until("\nstays").prompt(3);
        assertThat(keys.screen()).doesNotContain("\ngone");
    }

    @Test
    void korean_is_as_wide_as_it_is() {
        keys.type("\"한국어 텍스트\"\r").until("Out[1]: 한국어 텍스트").prompt(2);
        keys.type("var 이름 = \"철수\"; 이름 + \"!\"\r").until("Out[2]: 철수!").prompt(3);
    }

    @Test
    void a_deep_model_is_folded_to_the_screen() {
        keys.type("var m = new Sequential(); for (int i = 0; i < 30; i++) m.append(new Sequential(new Linear(2, 2), "
                + "new ReLU()))\r").prompt(2);
        keys.type("m\r").until("(29): Sequential(…)").until("lines folded: print(m) shows all").prompt(3);
        keys.type("/set fold off\rm\r").until("(29): Sequential(\n").prompt(4).type("/set fold on\r");
    }

    @Test
    void commands_tell_what_is_declared_and_keep_it_in_files() throws Exception {
        keys.type("int answer = 42; int half(int x) { return x / 2; } record Pair(int a, int b) {}\r").prompt(2);
        keys.type("/vars\r").until("\n  int answer = 42").type("/methods\r").until("int half(int)").type("/ty\r")
                .until("\n  record Pair").prompt(2);
        var saved = folder.resolve("saved.jsh");
        keys.type("/save " + saved + "\r").until(" saved to").prompt(2);
        assertThat(SourceFile.read(saved).getFirst().code()).contains("int answer = 42;");
        var notebook = folder.resolve("saved.ipynb");
        keys.type("half(answer)\r").until("Out[2]: 21").prompt(3).type("/save " + notebook + "\r")
                .until(_ -> Files.exists(notebook) && read(notebook).endsWith("}\n"), "a notebook in " + notebook);
        assertThat(Files.readString(notebook)).contains("\"half(answer)\"", "execute_result", "nbformat_minor");
        assertThat(SourceFile.read(notebook)).last().extracting(SourceFile.Part::code).isEqualTo("half(answer)");
        var opened = Files.writeString(folder.resolve("opened.java"), "print(half(10));");
        keys.type("/open " + opened + "\r").until("\n5").prompt(4);
    }

    @Test
    void what_is_saved_can_be_opened_in_each_form() {
        try (var own = new Keyboard(null)) {
            own.type("int a = 1; a + 1 // sum\r").until("Out[1]: 2").prompt(2);
            own.type("class Box { int x = 3; }\r").prompt(3).type("int[] b = {4, 5}\r").prompt(4);
            own.type("%time a++\r").until("Wall time").prompt(5).type("new Box().x + b[1]\r").until("Out[5]: 8")
                    .prompt(6);
            var names = List.of("a.java", "a.jsh", "a.ipynb");
            for (var name : names) own.type("/save " + folder.resolve(name) + "\r").until(name + "\nIn [6]");
            for (var name : names) {
                own.type("/reset\r").prompt(1).type("\f").prompt(1);
                own.type("/open " + folder.resolve(name) + "\r").until("]: 8\nIn [").type("/vars a\r")
                        .until("\n  int a = 2").type("\f");
            }
        }
    }

    @Test
    void cells_are_run_again_by_their_numbers() {
        keys.type("print(\"first\")\r").prompt(2).type("int again = 7\r").prompt(3);
        keys.type("/!\r").until("/!\nint again = 7\nIn [4]").type("/-3\r").until("\nfirst\nIn [5]")
                .type("/list again\r")
                .until(" : int again = 7").type("/list 1-9999\r").until("In [5]: /list").prompt(5);
        keys.type("/-77\r").until("nothing that was run is called -77").prompt(5);
    }

    @Test
    void what_is_declared_can_be_dropped() {
        keys.type("int gone = 1; int stays = 2\r").prompt(2).type("/drop gone\r").until("dropped variable gone")
                .prompt(2);
        keys.type("gone\r").until("cannot find variable gone").prompt(3).type("stays\r").until("Out[3]: 2").prompt(4);
        keys.type("class Gone {}\r").prompt(5).type("/drop -1\r").until("dropped class Gone").prompt(5);
        keys.type("/drop nothing\r").until("nothing that is declared is called nothing").prompt(5);
    }

    @Test
    void a_reload_runs_again_what_went_well() {
        try (var own = new Keyboard(null)) {
            own.type("int held = 5; held++\r").until("Out[1]: 5").prompt(2).type("held = 9; throw new Error()\r")
                    .until("Error").prompt(3).type("held + 1\r").until("Out[3]: 10").prompt(4);
            own.type("\f").prompt(4).type("/reload\r").until("held++\nOut[1]: 5").until("held + 1\nOut[2]: 7")
                    .prompt(3);
        }
    }

    @Test
    void the_environment_is_told_and_widened() throws Exception {
        keys.type("/env\r").until("Java 25").type("\f").type("/env -class-path none.jar\r")
                .until("there is no file or folder none.jar").prompt(1);
        var there = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(there.resolve("word.txt"), "found");
        keys.type("/env -class-path " + there + "\r").prompt(1);
        keys.type("Thread.currentThread().getContextClassLoader().getResource(\"word.txt\") != null\r")
                .until("Out[1]: true").prompt(2);
        keys.type("/env --add-modules x\r").until("takes -class-path PATH").prompt(2);
    }

    @Test
    void commands_say_what_is_wrong() {
        keys.type("/set feedback concise\r").until("there are no feedback modes").prompt(1);
        keys.type("/exit 300\r").until("takes a number from 0 to 255, not 300").prompt(1);
        keys.type("/vars none\r").until("nothing of this kind is called none").prompt(1);
        keys.type("/dance\r").until("there is no command /dance; /help lists them").prompt(1);
        keys.type("/set fold maybe\r").until("fold is on or off, not maybe").prompt(1);
        keys.type("/open none.java\r").until("there is no file none.java").prompt(1);
        keys.type("/save x.txt\r").until("a .java, .jsh or .ipynb file is wanted").prompt(1);
        keys.type("/h\r").until("/h may be /help, /history").prompt(1);
    }

    @Test
    void documentation_is_one_question_mark_away() { keys.type("Linear?\r").until("Applies an affine map").prompt(1); }
}
