package sconce.kernel.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// `./sconce --version`: ours, the JDK's, libtorch's.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] { "Sconce %s, on JDK %s".formatted(sconce(), Runtime.version()) };
    }

    /// The version in the jar's manifest; classes outside a jar, as in tests, have none.
    static String sconce() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
