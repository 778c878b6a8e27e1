package sconce.kernel.session.maven;

import eu.maveniverse.maven.mima.context.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/// A project's file: what it depends on, with parents, properties and imported management worked in.
record Pom(List<Dependency> dependencies, List<Dependency> managed, List<RemoteRepository> repositories) {
    static Pom read(Path file, Context context, List<RemoteRepository> repositories) throws ModelBuildingException {
        var request = new DefaultModelBuildingRequest().setPomFile(file.toFile()).setProcessPlugins(false)
                .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL)
                .setSystemProperties(System.getProperties()).setModelResolver(new Parents(context, repositories));
        var model = new DefaultModelBuilderFactory().newInstance().build(request).getEffectiveModel();
        var management = model.getDependencyManagement();
        return new Pom(model.getDependencies().stream().map(Pom::dependency).toList(),
                management == null ? List.of() : management.getDependencies().stream().map(Pom::dependency).toList(),
                model.getRepositories().stream().map(Pom::repository).toList());
    }

    private static Dependency dependency(org.apache.maven.model.Dependency of) {
        var classifier = of.getClassifier() == null ? "" : of.getClassifier();
        var extension = of.getType() == null || of.getType().equals("test-jar") ? "jar" : of.getType();
        return new Dependency(
                new DefaultArtifact(of.getGroupId(), of.getArtifactId(), classifier, extension, of.getVersion()),
                of.getScope() == null ? "compile" : of.getScope(), of.isOptional(),
                of.getExclusions().stream().map(e -> new Exclusion(e.getGroupId(), e.getArtifactId(), "*", "*"))
                        .toList());
    }

    private static RemoteRepository repository(Repository of) {
        return new RemoteRepository.Builder(of.getId(), "default", of.getUrl()).build();
    }

    /// Parents and imported projects, from the repositories.
    @SuppressWarnings("deprecation") // ModelResolver wants a ModelSource.
    private static final class Parents implements ModelResolver {
        private final Context context;
        private final List<RemoteRepository> repositories;

        Parents(Context context, List<RemoteRepository> repositories) {
            this.context = context;
            this.repositories = new ArrayList<>(repositories);
        }

        @Override
        public ModelSource resolveModel(String group, String artifact, String version)
                throws UnresolvableModelException {
            try {
                var found = context.repositorySystem().resolveArtifact(context.repositorySystemSession(),
                        new ArtifactRequest(new DefaultArtifact(group, artifact, "pom", version), repositories, null));
                return new FileModelSource(found.getArtifact().getFile());
            } catch (ArtifactResolutionException e) {
                throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
            }
        }

        @Override
        public ModelSource resolveModel(Parent parent) throws UnresolvableModelException {
            return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
        }

        @Override
        public ModelSource resolveModel(org.apache.maven.model.Dependency bom) throws UnresolvableModelException {
            return resolveModel(bom.getGroupId(), bom.getArtifactId(), bom.getVersion());
        }

        @Override
        public void addRepository(Repository repository) { addRepository(repository, false); }

        @Override
        public void addRepository(Repository repository, boolean replace) {
            if (replace) repositories.removeIf(each -> each.getId().equals(repository.getId()));
            repositories.add(Pom.repository(repository));
        }

        @Override
        public ModelResolver newCopy() { return new Parents(context, repositories); }
    }
}
