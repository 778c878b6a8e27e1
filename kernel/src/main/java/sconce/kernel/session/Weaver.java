package sconce.kernel.session;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Prepares a cell's class before it is defined: stop checks, `System.exit` as an exception, the front end as
/// `System.console()` and behind `IO.readln`, and line numbers that are the cell's own, so that every stack trace, printed by whomever, reads `cell 3:2`.
final class Weaver {
    private static final ClassDesc WOVEN = ClassDesc.of(Woven.class.getName());
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final MethodTypeDesc EXIT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc RUNTIME_EXIT = MethodTypeDesc.of(ConstantDescs.CD_void, RUNTIME,
            ConstantDescs.CD_int);

    private static final MethodTypeDesc CONSOLE = MethodTypeDesc.of(ClassDesc.of("java.io.Console"));

    private Weaver() {}

    static byte[] weave(byte[] bytes, @Nullable Place place) {
        var classFile = ClassFile.of();
        ClassTransform bodies = ClassTransform
                .transformingMethodBodies(CodeTransform.ofStateful(() -> new Checks(place)));
        ClassTransform whole = place == null ? bodies : bodies.andThen((ClassBuilder builder, ClassElement element) -> {
            if (element instanceof SourceFileAttribute) {
                builder.with(SourceFileAttribute.of(place.cell().name()));
            } else {
                builder.with(element);
            }
        });
        return classFile.transformClass(classFile.parse(bytes), whole);
    }

    private static final class Checks implements CodeTransform {
        private final @Nullable Place place;
        private final Set<Label> passed = new HashSet<>();
        private boolean begun;

        Checks(@Nullable Place place) {
            this.place = place;
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            // After the first labels: the parameters' range begins there, and a debugger wants them at the first line.
            if (!begun && element instanceof Instruction) {
                begun = true;
                check(builder);
            }
            switch (element) {
                case LabelTarget target -> {
                    passed.add(target.label());
                    builder.with(element);
                }
                case BranchInstruction branch when passed.contains(branch.target()) -> {
                    check(builder);
                    builder.with(element);
                }
                case LineNumber line when place != null -> builder.lineNumber(place.cellLine(line.line()));
                case InvokeInstruction call when isExit(call, "java/lang/System") ->
                    builder.invokestatic(WOVEN, "exit", EXIT);
                case InvokeInstruction call when isConsole(call) -> builder.invokestatic(WOVEN, "console", CONSOLE);
                case InvokeInstruction call when call.owner().asInternalName().equals("java/lang/IO")
                        && call.name().equalsString("readln") ->
                    builder.invokestatic(WOVEN, "readln", call.typeSymbol());
                case InvokeInstruction call when isExit(call, "java/lang/Runtime") ->
                    builder.invokestatic(WOVEN, call.name().stringValue(), RUNTIME_EXIT);
                default -> builder.with(element);
            }
        }

        private static boolean isExit(InvokeInstruction call, String owner) {
            return call.owner().asInternalName().equals(owner) && call.typeSymbol().equals(EXIT)
                    && (call.name().equalsString("exit") || call.name().equalsString("halt"));
        }

        private static boolean isConsole(InvokeInstruction call) {
            return call.owner().asInternalName().equals("java/lang/System") && call.name().equalsString("console")
                    && call.typeSymbol().equals(CONSOLE);
        }

        private static void check(CodeBuilder builder) {
            builder.invokestatic(WOVEN, "check", ConstantDescs.MTD_void);
        }
    }
}
