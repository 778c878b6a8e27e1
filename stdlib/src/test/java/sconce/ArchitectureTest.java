package sconce;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The import rules of the library.
class ArchitectureTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("sconce");

    @Test
    void only_one_package_names_the_binding() {
        noClasses().that().resideOutsideOfPackage("sconce.libtorch..").should().dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco..").check(LIBRARY);
    }

    @Test
    void no_public_signature_shows_the_binding() {
        var shown = LIBRARY.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> isVisible(unit) && signature(unit).anyMatch(ArchitectureTest::isOfTheBinding))
                .map(JavaCodeUnit::getFullName).collect(Collectors.toList());
        assertThat(shown).isEmpty();
    }

    private static boolean isVisible(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
    }

    private static boolean isOfTheBinding(JavaClass type) { return type.getPackageName().startsWith("org.bytedeco"); }

    /// JShell cannot declare `var grads = ..` of a type such as `List<@Nullable Tensor>`: it writes the annotation into
    /// source that does not compile.
    @Test
    void no_public_method_returns_a_type_that_jshell_cannot_declare() {
        var undeclarable = LIBRARY.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getPackageName().equals("sconce.libtorch"))
                .flatMap(type -> Stream.of(type.reflect().getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getAnnotatedReturnType() instanceof AnnotatedParameterizedType generic
                        && Stream
                                .of(generic.getAnnotatedActualTypeArguments())
                                .anyMatch(each -> each.getAnnotations().length > 0))
                .map(Method::toString).toList();
        assertThat(undeclarable).isEmpty();
    }

    @Test
    void the_library_knows_no_front_end() {
        noClasses().should().dependOnClassesThat().resideInAPackage("sconce.kernel..").check(LIBRARY);
    }

    @Test
    void the_binding_layer_knows_nothing_above_it() {
        classes().that().resideInAPackage("sconce.libtorch..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("sconce.libtorch..", "org.bytedeco..", "java..", "org.jspecify..").check(LIBRARY);
    }

    @Test
    void reflection_stays_where_modules_find_their_fields_and_forward_and_where_records_are_read() {
        noClasses().that().resideOutsideOfPackage("sconce.nn..").and().doNotHaveSimpleName("Rows")
                .and().doNotHaveSimpleName("RecordComponents").and().doNotHaveSimpleName("WhoseText").should()
                .dependOnClassesThat()
                .belongToAnyOf(Field.class, Method.class, Constructor.class, Executable.class).check(LIBRARY);
    }
}
