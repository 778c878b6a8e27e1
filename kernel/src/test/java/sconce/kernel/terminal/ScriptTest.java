package sconce.kernel.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sconce.kernel.notebook.SourceFile;
import sconce.kernel.notebook.UnreadableException;
import sconce.kernel.session.Session;
import sconce.kernel.session.SessionOptions;

class ScriptTest {
    static final Session SESSION = Session.open(SessionOptions.defaults());

    @TempDir
    Path folder;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterAll
    static void close() { SESSION.close(); }

    private Script script(String in) {
        return new Script(new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8), new BufferedReader(new StringReader(in)), false);
    }

    private int file(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        return script("").run(SESSION, SourceFile.read(file));
    }

    private String out() { return out.toString(StandardCharsets.UTF_8); }

    private String err() { return err.toString(StandardCharsets.UTF_8); }

    @Test
    void a_pipe_is_run_piece_by_piece() {
        assertThat(script("var m = new Linear(2, 3)\n\nprint(m)\nclass A {\n  int x = 3;\n}\nnew A().x\n")
                .lines(SESSION)).isZero();
        assertThat(out()).isEqualTo("Linear(in_features=2, out_features=3, bias=True)\n3\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void an_error_goes_to_standard_error_and_ends_the_run_with_1() {
        assertThat(script("print(1)\n1 / 0\nprint(2)\n").lines(SESSION)).isEqualTo(1);
        assertThat(out()).isEqualTo("1\n");
        assertThat(err()).startsWith("ArithmeticException: / by zero\n<stdin>, line 2\n").doesNotContain("\u001b");
    }

    @Test
    void a_question_takes_the_next_line_of_the_pipe() {
        assertThat(script("var who = input(\"who? \")\n철수\nprint(who)\n").lines(SESSION)).isZero();
        assertThat(out()).isEqualTo("who? 철수\n");
    }

    @Test
    void what_the_pipe_leaves_open_is_an_error() {
        assertThat(script("class B {\n").lines(SESSION)).isEqualTo(1);
        assertThat(err()).contains("CompileError");
    }

    @Test
    void an_exit_of_the_codes_own_is_the_processes() {
        assertThat(script("System.exit(3)\n").lines(SESSION)).isEqualTo(3);
        assertThat(script("System.exit(0)\n1 / 0\n").lines(SESSION)).isZero();
        assertThat(script("").lines(SESSION)).isZero();
    }

    @Test
    void a_java_file_is_one_cell_and_errors_name_its_lines() throws IOException {
        assertThat(file("Two.java", "int f() { return g(); }\nint g() { return 7; }\nf()\n")).isZero();
        assertThat(out()).isEqualTo("7\n");
        assertThat(file("Bad.java", "print(1);\n\nthrow new IllegalStateException(\"no\");\n")).isEqualTo(1);
        assertThat(err()).contains("Bad.java, line 3");
    }

    private int program(String name, String text, String... arguments) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        return script("").run(SESSION, Program.of(SourceFile.read(file), List.of(arguments)));
    }

    @Test
    void a_program_is_run_by_its_main() throws IOException {
        assertThat(program("Hello.java", """
                // In a package.
                package com.example;

                import java.util.List;

                public class Hello {
                    public static void main(String[] args) {
                        System.out.println("hello " + List.of(args));
                        if (args.length == 0) throw new IllegalStateException("nobody");
                    }
                }
                """, "a \"b\"", "\\한")).isZero();
        assertThat(out()).isEqualTo("hello [a \"b\", \\한]\n");
        assertThat(program("Hello.java", Files.readString(folder.resolve("Hello.java")))).isEqualTo(1);
        assertThat(err()).contains("IllegalStateException: nobody", "Hello.java, line 9, in Hello.main");
    }

    @Test
    void a_main_without_a_class_is_called_once() throws IOException {
        assertThat(program("Compact.java", "int twice(int x) { return 2 * x; }\nvoid main() { print(twice(21)); }\n"))
                .isZero();
        assertThat(program("Called.java", "void main() { print(\"once\"); }\nmain();\n")).isZero();
        assertThat(program("Made.java", "class Made { void main(String... args) { print(args.length); } }", "x"))
                .isZero();
        assertThat(program("Asks.java", "args.length + \" given\"", "x", "y")).isZero();
        assertThat(out()).isEqualTo("42\nonce\n1\n2 given\n");
    }

    @Test
    void a_jshell_file_needs_no_semicolons_and_may_end_early() throws IOException {
        assertThat(file("b.jsh", "int b1 = 3\nint b2 =\n    b1 + 4\nprint(b2)\n\n1 / 0\n")).isEqualTo(1);
        assertThat(out()).isEqualTo("7\n");
        assertThat(err()).contains("b.jsh, line 6");
        assertThat(file("c.jsh", "print(1)\n/exit 4\nprint(2)\n")).isEqualTo(4);
        assertThat(file("d.jsh", "/open " + folder.resolve("c.jsh") + "\nprint(3)\n")).isEqualTo(4);
        assertThat(out()).isEqualTo("7\n1\n1\n");
    }

    @Test
    void a_jshell_file_keeps_its_lines_where_commands_stood() throws IOException {
        assertThat(file("a.jsh", "/set feedback concise\nprint(5)\n/exit\n")).isZero();
        assertThat(out()).isEqualTo("5\n");
    }

    @Test
    void markdown_and_notebooks_run_their_java() throws IOException {
        assertThat(file("a.md", "# A\n```java\nvar a1 = 4;\n```\n```text\nno\n```\n```java\na1 * 2\n```\n")).isZero();
        assertThat(out()).isEqualTo("8\n");
    }

    @Test
    void what_cannot_be_run_is_said_in_one_line() {
        assertThatThrownBy(() -> file("a.txt", "1")).isInstanceOf(UnreadableException.class)
                .hasMessageContaining("a .java, .jsh, .md or .ipynb file is wanted");
        assertThatThrownBy(() -> SourceFile.read(folder.resolve("none.java"))).hasMessageContaining("there is no file");
        assertThatThrownBy(() -> SourceFile.read(folder)).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> file("b.ipynb", "{")).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> file("p.ipynb", """
                {"cells": [{"cell_type": "code", "source": "1", "metadata": {}, "outputs": []}], "nbformat": 4,
                "nbformat_minor": 5, "metadata": {"kernelspec": {"language": "python", "name": "python3"}}}"""))
                .isInstanceOf(UnreadableException.class);
    }
}
