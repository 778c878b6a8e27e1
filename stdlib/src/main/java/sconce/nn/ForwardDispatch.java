package sconce.nn;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sconce.Kwargs;
import sconce.NotImplementedError;
import sconce.TypeError;

/// The `forward` methods of a class, found by reflection once, and the choice between them by what a call brings.
final class ForwardDispatch {
    private static final ClassValue<ForwardDispatch> DISPATCHES = new ClassValue<>() {
        @Override
        protected ForwardDispatch computeValue(Class<?> type) { return new ForwardDispatch(type); }
    };

    private final Class<?> type;
    /// The overloads, one that asks for more special types before one that asks for more general ones.
    private final Overload[] overloads;

    private ForwardDispatch(Class<?> type) {
        this.type = type;
        var found = new ArrayList<Overload>();
        for (Class<?> c = type; c != null && c != Module.class; c = c.getSuperclass()) {
            for (var method : c.getDeclaredMethods()) {
                if (isForward(method) && found.stream().noneMatch(known -> known.overrides(method))) {
                    found.add(new Overload(method));
                }
            }
        }
        for (var method : type.getMethods()) {
            if (method.isDefault() && isForward(method) && found.stream().noneMatch(known -> known.overrides(method))) {
                found.add(new Overload(method));
            }
        }
        overloads = mostSpecialFirst(found);
    }

    static ForwardDispatch of(Class<?> type) { return DISPATCHES.get(type); }

    private static boolean isForward(Method method) {
        var modifiers = method.getModifiers();
        return method.getName().equals("forward") && !method.isSynthetic() && !Modifier.isStatic(modifiers)
                && !Modifier.isAbstract(modifiers);
    }

    private static Overload[] mostSpecialFirst(List<Overload> found) {
        var sorted = new ArrayList<Overload>();
        for (var overload : found) {
            var at = 0;
            while (at < sorted.size() && !overload.isMoreSpecialThan(sorted.get(at))) at++;
            sorted.add(at, overload);
        }
        return sorted.toArray(Overload[]::new);
    }

    /// Calls the overload that takes these arguments.
    ///
    /// @throws NotImplementedError if the class has no forward
    /// @throws TypeError if no overload takes them
    @Nullable
    Object call(Module module, @Nullable Object[] inputs, @Nullable Kwargs kwargs) {
        if (kwargs != null && !kwargs.isEmpty()) return callNamed(module, inputs, kwargs);
        for (var overload : overloads) {
            if (overload.takes(inputs, false)) return overload.invoke(module, inputs);
        }
        for (var overload : overloads) {
            if (overload.takes(inputs, true)) return overload.invoke(module, overload.converted(inputs));
        }
        throw refused(module, signature(inputs));
    }

    private @Nullable Object callNamed(Module module, @Nullable Object[] inputs, Kwargs kwargs) {
        for (var overload : overloads) {
            var all = overload.place(inputs, kwargs);
            if (all != null && overload.takes(all, true)) return overload.invoke(module, overload.converted(all));
        }
        if (overloads.length > 0 && !overloads[0].method.getParameters()[0].isNamePresent()) {
            throw new TypeError(
                    type.getSimpleName() + ".forward has no names of parameters: compile it with -parameters, "
                            + "or give the arguments by position");
        }
        throw refused(module, signature(inputs) + " and " + kwargs);
    }

    /// The names of the parameters of the overload that takes these arguments; empty if it has none, or takes them by the
    /// array.
    List<String> names(@Nullable Object[] inputs) {
        for (var overload : overloads) {
            if (overload.varargs || !overload.takes(inputs, true)) continue;
            var parameters = overload.method.getParameters();
            return parameters.length > 0 && parameters[0].isNamePresent()
                    ? Arrays.stream(parameters).map(Parameter::getName).toList()
                    : List.of();
        }
        return List.of();
    }

    private RuntimeException refused(Module module, String got) {
        if (overloads.length == 0) {
            return new NotImplementedError(
                    "Module [" + module.moduleName() + "] is missing the required \"forward\" function");
        }
        return new TypeError(Arrays.stream(overloads).map(Overload::toString)
                .collect(Collectors.joining(" or ", type.getSimpleName() + ".forward takes ", ", but got " + got)));
    }

    private static String signature(@Nullable Object[] inputs) {
        return Arrays.stream(inputs).map(input -> input == null ? "null" : TypeNames.ofClass(input.getClass()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /// One method named forward.
    private static final class Overload {
        final Method method;
        private final Class<?>[] parameters;
        private final boolean varargs;
        /// `(Module, Object[])Object`
        private final MethodHandle handle;

        Overload(Method method) {
            this.method = method;
            parameters = method.getParameterTypes();
            varargs = method.isVarArgs();
            method.setAccessible(true);
            try {
                var direct = MethodHandles.lookup().unreflect(method).asFixedArity();
                var spread = direct.asSpreader(Object[].class, parameters.length);
                handle = spread.asType(MethodType.methodType(Object.class, Module.class, Object[].class));
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        boolean overrides(Method other) { return Arrays.equals(parameters, other.getParameterTypes()); }

        boolean isMoreSpecialThan(Overload other) {
            if (varargs != other.varargs) return !varargs;
            if (parameters.length != other.parameters.length) return false;
            for (var i = 0; i < parameters.length; i++) {
                if (!boxed(other.parameters[i]).isAssignableFrom(boxed(parameters[i]))) return false;
            }
            return true;
        }

        boolean takes(@Nullable Object[] inputs, boolean converting) {
            if (!varargs) {
                if (inputs.length != parameters.length) return false;
                for (var i = 0; i < inputs.length; i++) {
                    if (!fits(inputs[i], parameters[i], converting)) return false;
                }
                return true;
            }
            var fixed = parameters.length - 1;
            if (inputs.length < fixed) return false;
            for (var i = 0; i < fixed; i++) {
                if (!fits(inputs[i], parameters[i], converting)) return false;
            }
            if (isSpread(inputs)) return true;
            for (var i = fixed; i < inputs.length; i++) {
                if (!fits(inputs[i], parameters[fixed].getComponentType(), converting)) return false;
            }
            return true;
        }

        /// Whether the last argument is the array of a variable arity method itself.
        private boolean isSpread(@Nullable Object[] inputs) {
            return inputs.length == parameters.length
                    && parameters[inputs.length - 1].isInstance(inputs[inputs.length - 1]);
        }

        @Nullable
        Object invoke(Module module, @Nullable Object[] inputs) {
            try {
                var arguments = inputs;
                if (varargs) arguments = gathered(inputs);
                return (Object) handle.invokeExact(module, arguments);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable checked) {
                throw sneaky(checked);
            }
        }

        private @Nullable Object[] gathered(@Nullable Object[] inputs) {
            if (isSpread(inputs)) return inputs;
            var fixed = parameters.length - 1;
            var rest = Array.newInstance(parameters[fixed].getComponentType(), inputs.length - fixed);
            for (var i = fixed; i < inputs.length; i++) Array.set(rest, i - fixed, inputs[i]);
            var all = Arrays.copyOf(inputs, parameters.length, Object[].class);
            all[fixed] = rest;
            return all;
        }

        /// The arguments with numbers turned into what the parameters ask for: an int serves as a double.
        @Nullable
        Object[] converted(@Nullable Object[] inputs) {
            var all = inputs.clone();
            for (var i = 0; i < all.length; i++) {
                var wanted = parameters[Math.min(i, parameters.length - 1)];
                if (varargs && i >= parameters.length - 1 && !wanted.isInstance(all[i]))
                    wanted = wanted.getComponentType();
                if (all[i] instanceof Number number) all[i] = Numbers.as(boxed(wanted), number);
            }
            return all;
        }

        /// The positional and named arguments in the order of the parameters, or null if they do not fill them.
        @Nullable
        Object @Nullable [] place(@Nullable Object[] inputs, Kwargs kwargs) {
            if (varargs || inputs.length + kwargs.size() != parameters.length) return null;
            var all = Arrays.copyOf(inputs, parameters.length, Object[].class);
            var names = method.getParameters();
            for (var i = inputs.length; i < parameters.length; i++) {
                if (!kwargs.containsKey(names[i].getName())) return null;
                all[i] = kwargs.get(names[i].getName());
            }
            return all;
        }

        private static boolean fits(@Nullable Object input, Class<?> parameter, boolean converting) {
            if (input == null) return !parameter.isPrimitive();
            var wanted = boxed(parameter);
            return wanted.isInstance(input)
                    || (converting && input instanceof Number number && Numbers.canBe(wanted, number));
        }

        private static Class<?> boxed(Class<?> type) { return MethodType.methodType(type).wrap().returnType(); }

        @SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
        private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T { throw (T) thrown; }

        @Override
        public String toString() {
            return Arrays.stream(method.getParameters())
                    .map(parameter -> parameter.getType().getSimpleName()
                            + (parameter.isNamePresent() ? " " + parameter.getName() : ""))
                    .collect(Collectors.joining(", ", "(", ")"));
        }
    }
}
