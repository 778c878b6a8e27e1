package sconce.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who may know whom.
class ArchitectureTest {
    private static final String BINDING = "org.bytedeco..";
    private static final String LIBTORCH = "sconce.libtorch..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("sconce");

    @Test
    void both_modules_are_looked_at() {
        assertThat(CLASSES).extracting(JavaClass::getPackageName).contains("sconce", "sconce.kernel.session",
                "sconce.kernel.jupyter", "sconce.kernel.cli", "sconce.libtorch");
    }

    @Test
    void the_library_does_not_know_the_kernel() {
        noClasses().that().resideInAPackage("sconce..").and().resideOutsideOfPackage("sconce.kernel..").should()
                .dependOnClassesThat().resideInAPackage("sconce.kernel..").check(CLASSES);
    }

    @Test
    void only_one_package_names_the_binding() {
        noClasses().that().resideOutsideOfPackage(LIBTORCH).should().dependOnClassesThat().resideInAPackage(BINDING)
                .check(CLASSES);
    }

    @Test
    void no_public_signature_names_the_binding() {
        methods().that().arePublic().and().areDeclaredInClassesThat().arePublic().and().areDeclaredInClassesThat()
                .resideInAPackage(LIBTORCH).should(notNameTheBinding()).check(CLASSES);
    }

    @Test
    void the_session_knows_no_front_end() {
        noClasses().that().resideInAPackage("sconce.kernel.session..").should().dependOnClassesThat()
                .resideInAnyPackage("sconce.kernel.jupyter..", "sconce.kernel.terminal..", "sconce.kernel.replay..",
                        "sconce.kernel.cli..")
                .check(CLASSES);
    }

    @Test
    void front_ends_do_not_know_each_other() {
        slices().matching("sconce.kernel.(jupyter|terminal|replay)..").should().notDependOnEachOther().check(CLASSES);
        noClasses().that().resideInAnyPackage("sconce.kernel.jupyter..", "sconce.kernel.terminal..",
                "sconce.kernel.replay..").should().dependOnClassesThat().resideInAPackage("sconce.kernel.cli..")
                .allowEmptyShould(true).check(CLASSES);
    }

    private static ArchCondition<JavaMethod> notNameTheBinding() {
        var binding = JavaClass.Predicates.resideInAPackage(BINDING);
        return new ArchCondition<>("not name the binding") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                        .filter(type -> named(binding, type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(method,
                                method.getFullName() + " names " + type.getName())));
            }
        };
    }

    private static boolean named(DescribedPredicate<JavaClass> binding, JavaClass type) {
        return binding.test(type.isArray() ? type.getBaseComponentType() : type);
    }
}
