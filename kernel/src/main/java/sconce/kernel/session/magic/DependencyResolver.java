package sconce.kernel.session.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds jars and what they need in Maven repositories: the user's own, then the remote ones of the user's settings.
/// What it takes and gives are the JDK's types, since it lives behind a class loader of its own.
public interface DependencyResolver {
    /// What is wanted.
    ///
    /// @param coordinates  `group:artifact[:extension[:classifier]]:version`
    /// @param pom          a project whose dependencies are wanted, or null
    /// @param scopes       those of its dependencies that count
    /// @param repositories more repositories, by their names
    /// @param offline      whether only the local repository is asked
    /// @param progress     is told what is fetched
    record Request(List<String> coordinates, @Nullable Path pom, List<String> scopes, Map<String, String> repositories,
            boolean offline, Consumer<String> progress) {}

    /// A jar that was found.
    record Found(String group, String artifact, String version, Path file) {}

    /// The jars for a request: each artifact once, in the version nearest to the request, as Maven mediates.
    ///
    /// @throws MagicException in one line, when something cannot be had
    List<Found> resolve(Request request);
}
