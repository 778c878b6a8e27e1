package sconce.kernel.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/// Libraries that make themselves at home in a notebook, as JJava's extensions do: when their jar comes.
final class Extensions {
    private static final String SERVICE = "META-INF/services/org.dflib.jjava.jupyter.Extension";

    private Extensions() {}

    static void install(List<Path> added, ClassLoader loader) {
        if (!Notebook.isHere() || added.stream().noneMatch(Extensions::offersOne)) return;
        try {
            for (var extension : ServiceLoader.load(Extension.class, loader)) {
                var kernel = BaseKernel.notebookKernel();
                if (kernel.isNew(extension)) extension.install(kernel);
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            System.err.println("an extension for notebooks could not be installed: " + e);
        }
    }

    private static boolean offersOne(Path path) {
        if (Files.isDirectory(path)) return Files.exists(path.resolve(SERVICE));
        try (var zip = new ZipFile(path.toFile())) {
            return zip.getEntry(SERVICE) != null;
        } catch (IOException e) {
            return false; // what is no jar offers nothing
        }
    }
}
