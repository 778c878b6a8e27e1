package sconce.kernel.session.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Declarations;
import sconce.kernel.session.Displayed;
import sconce.kernel.session.HistoryFile;

/// The session as a magic sees it while it runs.
public interface Host {
    /// Text on the cell's standard output.
    void out(String text);

    /// Text on the cell's standard error.
    void err(String text);

    /// Shows something in the cell.
    void display(Displayed displayed);

    /// A line from the user; null at the end of input.
    ///
    /// @throws UnsupportedOperationException when this front end cannot ask
    @Nullable
    String ask(String prompt) throws InterruptedException;

    /// Runs a part of this cell as Java, magics in it too, and gives its value.
    ///
    /// @param code as [Call#code] has it
    /// @throws Throwable whatever ends the cell there: it is to be passed on
    @Nullable
    Object evaluate(String code) throws Throwable;

    /// Runs other code as a cell of this name, and gives its value.
    ///
    /// @throws Throwable whatever ends it: it is to be passed on
    @Nullable
    Object evaluate(String code, CellId name) throws Throwable;

    /// Compiles Java of this cell as a loop; runs nothing.
    ///
    /// @param code as [Call#code] has it
    Loop compileLoop(String code) throws Throwable;

    /// Code that can be run many times.
    interface Loop {
        /// Runs it so often, and gives how many nanoseconds that took.
        long run(long times) throws Throwable;
    }

    /// Does something that may be interrupted with the cell.
    <T> T interruptible(Callable<T> task) throws Exception;

    /// Adds jars and folders of classes; what is there already is left out. Gives those that are new.
    ///
    /// @throws MagicException when a file is no jar: then none is added
    List<Path> addToClassPath(List<Path> paths);

    /// The jars and folders that cells see, the session's own first.
    List<Path> classPath();

    /// The jars and folders that the session itself runs on.
    List<Path> ownClassPath();

    /// What has been declared and still stands.
    Declarations declarations();

    /// A variable's text, or null when there is none of this name.
    @Nullable
    String textOf(String variable);

    /// Forgets all that was declared.
    void reset();

    /// The cells that this session has run, by their numbers.
    List<HistoryFile.Entry> cells();

    /// The folder that magics and shell commands work in.
    Path folder();

    /// Changes that folder; Java's own relative paths stay where they are.
    void folder(Path folder);

    /// The environment of shell commands: that of the process, with what `%env` has changed.
    Map<String, String> environment();

    /// A path as a user writes it: relative to [#folder], `~` for the home.
    default Path path(String written) {
        var home = System.getProperty("user.home");
        return folder().resolve(written.equals("~") ? home
                : written.startsWith("~/") ? home + written.substring(1)
                        : written)
                .normalize();
    }

    /// All magics, those that the session's own code has added among them.
    Magics magics();
}
