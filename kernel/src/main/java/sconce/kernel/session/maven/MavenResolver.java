package sconce.kernel.session.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.building.ModelBuildingException;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import sconce.kernel.session.magic.DependencyResolver;
import sconce.kernel.session.magic.MagicException;

/// Maven's own resolver, with the user's `settings.xml`, mirrors, proxies and local repository.
public final class MavenResolver implements DependencyResolver {
    /// Maven's runtime is looked up by the thread's loader, which is the cells'.
    @Override
    public List<Found> resolve(Request request) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(MavenResolver.class.getClassLoader());
        try {
            return resolveHere(request);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static List<Found> resolveHere(Request request) {
        var overrides = ContextOverrides.create().withUserSettings(true).offline(request.offline())
                .transferListener(new Transfers(request.progress())).build();
        try (var context = Runtimes.INSTANCE.getRuntime().create(overrides)) {
            return resolve(request, context);
        } catch (RepositoryException | ModelBuildingException e) {
            throw new MagicException(line(e), e);
        } catch (IllegalArgumentException e) {
            throw new MagicException(e.getMessage() + "; a dependency is written group:artifact:version", e);
        }
    }

    private static List<Found> resolve(Request request, Context context)
            throws RepositoryException, ModelBuildingException {
        var repositories = new ArrayList<RemoteRepository>();
        request.repositories()
                .forEach((name, url) -> repositories.add(new RemoteRepository.Builder(name, "default", url).build()));
        var wanted = new ArrayList<Dependency>();
        var managed = new ArrayList<Dependency>();
        for (var each : request.coordinates()) wanted.add(new Dependency(new DefaultArtifact(each), "compile"));
        if (request.pom() != null) {
            var pom = Pom.read(request.pom(), context, all(context, repositories));
            repositories.addAll(pom.repositories());
            wanted.addAll(pom.dependencies());
            managed.addAll(pom.managed());
        }
        var collect = new CollectRequest().setDependencies(wanted).setManagedDependencies(managed)
                .setRepositories(all(context, repositories));
        var scopes = request.scopes().isEmpty() ? Set.of("compile", "runtime") : new LinkedHashSet<>(request.scopes());
        var result = context.repositorySystem().resolveDependencies(context.repositorySystemSession(),
                new DependencyRequest(collect, DependencyFilterUtils.classpathFilter(scopes)));
        return result.getArtifactResults().stream().map(ArtifactResult::getArtifact)
                .filter(artifact -> artifact.getFile() != null && artifact.getExtension().equals("jar"))
                .map(artifact -> new Found(artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion(),
                        artifact.getFile().toPath()))
                .toList();
    }

    /// Those of the settings, and more, to which mirrors, proxies and passwords of the settings apply too.
    private static List<RemoteRepository> all(Context context, List<RemoteRepository> more) {
        return context.repositorySystem().newResolutionRepositories(context.repositorySystemSession(),
                java.util.stream.Stream.concat(context.remoteRepositories().stream(), more.stream()).distinct()
                        .toList());
    }

    /// The innermost reason, without the classes that it went through.
    private static String line(Exception e) {
        var results = e instanceof DependencyResolutionException failed && failed.getResult() != null
                ? failed.getResult().getArtifactResults().stream().filter(r -> !r.isResolved()).toList()
                : List.<ArtifactResult>of();
        Throwable reason = e;
        while (reason.getCause() != null && reason.getCause().getMessage() != null) reason = reason.getCause();
        var text = String.valueOf(reason.getMessage()).lines().findFirst().orElse(e.toString());
        return results.size() < 2 ? text : text + ", and " + (results.size() - 1) + " more could not be had";
    }

}
