package sconce.golden;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Tensor;
import sconce.Torch;

/// Calls what stands for a Python function, method or class, by its Python name.
///
/// Python's arguments get PyTorch's parameter names from [Surface]; a Java parameter of the same name (in Java's case)
/// takes them, what is left goes to a trailing `Consumer` of options. Among the overloads that fit, the closest is called.
public final class Calls {
    /// What a default costs that must be written out, and a name that had to be guessed.
    private static final int DEFAULT = 10;
    private static final int GUESSED = 5;
    private static final int ONE_OF_SEVERAL = 3;
    /// What a list of one costs that must be given as its element.
    private static final int UNPACKED = 20;

    private Calls() {}

    /// Says that the library has nothing to call for a Python name and these arguments.
    static final class Unbound extends AssertionError {
        Unbound(String message) { super(message); }
    }

    /// An overload with arguments.
    record Candidate(Executable executable, @Nullable Object[] arguments, int cost) {}

    /// Calls `torch.cat`, `.view` (of the first argument), `F.relu`, `nn.Linear` and so on.
    public static @Nullable Object call(String name, List<@Nullable Object> arguments,
            Map<String, @Nullable Object> keywords) {
        if (name.startsWith(".")) {
            var receiver = Objects.requireNonNull(arguments.getFirst());
            return method(receiver, name.substring(1), arguments.subList(1, arguments.size()), keywords);
        }
        if (name.equals("torch.device")) {
            var type = String.valueOf(arguments.getFirst());
            return arguments.size() == 1 ? sconce.Device.of(type)
                    : new sconce.Device(type, ((Number) Objects.requireNonNull(arguments.get(1))).intValue());
        }
        if (name.startsWith("torch.default_generator.")) {
            var generator = Objects.requireNonNull(property(null, Torch.class, "default_generator"));
            return method(generator, name.substring("torch.default_generator.".length()), arguments, keywords);
        }
        var dot = name.lastIndexOf('.');
        var module = name.substring(0, dot);
        var simple = name.substring(dot + 1);
        var signatures = Surface.of(Names.sections(module), simple);
        for (var home : Names.homes(module)) {
            var type = type(home + "." + simple);
            if (type == null && home.equals("sconce.Torch")) type = type("sconce." + simple);
            if (type != null) return run(type.getConstructors(), null, name, signatures, arguments, keywords);
        }
        for (var home : Names.homes(module)) {
            var type = type(home);
            if (type == null) continue;
            var methods = methods(type, Names.method(simple), true);
            if (methods.isEmpty()) methods = methods(type, Names.camel(simple), true);
            if (!methods.isEmpty()) {
                return run(methods.toArray(Method[]::new), null, name, signatures, arguments, keywords);
            }
        }
        throw new Unbound("Java has no " + name);
    }

    /// Calls a method of an object by its Python name.
    static @Nullable Object method(Object receiver, String name, List<@Nullable Object> arguments,
            Map<String, @Nullable Object> keywords) {
        var methods = methods(receiver.getClass(), Names.method(name), false);
        if (!(receiver instanceof Tensor) && methods.isEmpty()) methods = methods(receiver.getClass(), name, false);
        if (methods.isEmpty()) throw new Unbound("Java's " + receiver.getClass().getSimpleName() + " has no " + name);
        var signatures = receiver instanceof Tensor ? Surface.of(List.of("torch.Tensor"), name)
                : List.<Surface.Signature>of();
        return run(methods.toArray(Method[]::new), receiver, "." + name, signatures, arguments, keywords);
    }

    /// An attribute by its Python name: a record's component, a public field, or a method without arguments.
    static @Nullable Object property(@Nullable Object owner, Class<?> type, String python) {
        var name = Names.method(python);
        var getters = methods(type, name, owner == null).stream().filter(m -> m.getParameterCount() == 0).toList();
        if (getters.isEmpty()) {
            getters = methods(type, Names.camel(python), owner == null).stream()
                    .filter(m -> m.getParameterCount() == 0).toList();
        }
        if (!getters.isEmpty()) return invoke(getters.getFirst(), owner, new Object[0]);
        for (var field : type.getFields()) {
            if (!field.getName().equals(python) && !field.getName().equals(name)) continue;
            try {
                // A public field may be inherited from a class that is not.
                field.setAccessible(true);
                return field.get(owner);
            } catch (IllegalAccessException hidden) {
                throw new AssertionError(hidden);
            }
        }
        throw new Unbound("Java's " + type.getSimpleName() + " has no " + python);
    }

    private static @Nullable Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }

    private static List<Method> methods(Class<?> type, String name, boolean isStatic) {
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name) && Modifier.isStatic(m.getModifiers()) == isStatic)
                .map(Calls::written).filter(m -> !m.isBridge()).toList();
    }

    /// The method as it was written: the compiler lets a public class show what its hidden base class declares by a bridge.
    static Method written(Method method) {
        if (!method.isBridge()) return method;
        for (var type = method.getDeclaringClass().getSuperclass(); type != null && type != Object.class; type = type
                .getSuperclass()) {
            for (var declared : type.getDeclaredMethods()) {
                if (declared.getName().equals(method.getName()) && !declared.isBridge()
                        && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes())
                        && !Modifier.isAbstract(declared.getModifiers())) {
                    return declared;
                }
            }
        }
        return method;
    }

    private static @Nullable Object run(Executable[] overloads, @Nullable Object receiver, String name,
            List<Surface.Signature> signatures, List<@Nullable Object> arguments,
            Map<String, @Nullable Object> keywords) {
        var best = bind(overloads, name, signatures, arguments, keywords);
        return invoke(best.executable, receiver, best.arguments);
    }

    /// The closest overload, with its arguments.
    static Candidate bind(Executable[] overloads, String name, List<Surface.Signature> signatures,
            List<@Nullable Object> arguments, Map<String, @Nullable Object> keywords) {
        Candidate best = null;
        for (var overload : overloads) {
            for (var signature : signatures) {
                best = better(best, bySignature(overload, signature, arguments, keywords));
            }
            best = better(best, byPosition(overload, arguments, keywords));
        }
        if (best == null) throw new Unbound("Java has no " + name + " that takes " + arguments + " " + keywords);
        return best;
    }

    private static @Nullable Candidate better(@Nullable Candidate one, @Nullable Candidate other) {
        return one == null || other != null && other.cost < one.cost ? other : one;
    }

    /// Gives a Java parameter the argument whose Python parameter has its name, else the one at its position.
    private static @Nullable Candidate bySignature(Executable overload, Surface.Signature signature,
            List<@Nullable Object> positional, Map<String, @Nullable Object> keywords) {
        var given = signature.bind(positional, keywords);
        if (given == null) return null;
        var parameters = overload.getParameters();
        var python = signature.all();
        var values = new LinkedHashMap<Integer, @Nullable Object>();
        var used = new LinkedHashSet<String>();
        var cost = 0;
        for (var i = 0; i < parameters.length; i++) {
            if (Conversion.options(parameters[i].getParameterizedType()) != null) continue;
            var match = parameter(parameters[i].getName(), i, parameters, python);
            if (match == null) return null;
            if (!Names.camel(match.name()).equals(parameters[i].getName())) cost += GUESSED;
            used.add(match.name());
            if (given.containsKey(match.name())) {
                values.put(i, given.get(match.name()));
            } else if (match.byDefault() == Surface.REQUIRED) {
                return null;
            } else {
                values.put(i, match.byDefault());
                cost += DEFAULT;
            }
        }
        var left = new LinkedHashMap<>(given);
        left.keySet().removeAll(used);
        return candidate(overload, values, left, cost);
    }

    private static Surface.@Nullable Parameter parameter(String javaName, int position,
            java.lang.reflect.Parameter[] parameters, List<Surface.Parameter> python) {
        for (var candidate : python) {
            if (Names.camel(candidate.name()).equals(javaName)) return candidate;
        }
        if (position >= python.size()) return null;
        var guess = python.get(position);
        var taken = Arrays.stream(parameters).anyMatch(p -> p.getName().equals(Names.camel(guess.name())));
        return taken ? null : guess;
    }

    /// Gives Java's parameters the positional arguments in order; keywords by name.
    private static @Nullable Candidate byPosition(Executable overload, List<@Nullable Object> positional,
            Map<String, @Nullable Object> keywords) {
        var parameters = overload.getParameters();
        var values = new LinkedHashMap<Integer, @Nullable Object>();
        var left = new LinkedHashMap<>(keywords);
        var next = 0;
        for (var i = 0; i < parameters.length; i++) {
            if (Conversion.options(parameters[i].getParameterizedType()) != null) continue;
            var named = named(left, parameters[i].getName());
            var last = i == parameters.length - 1
                    || i == parameters.length - 2
                            && Conversion.options(parameters[i + 1].getParameterizedType()) != null;
            var list = parameters[i].getType().isArray() || parameters[i].getType() == sconce.Size.class
                    || parameters[i].getType() == List.class;
            if (named != null) {
                values.put(i, left.remove(named));
            } else if (last && list && (overload.isVarArgs() || positional.size() - next > 1)) {
                var rest = positional.subList(next, positional.size());
                values.put(i, Surface.Collected.of(rest));
                next = positional.size();
            } else if (next < positional.size()) {
                values.put(i, positional.get(next++));
            } else {
                return null;
            }
        }
        return next < positional.size() ? null : candidate(overload, values, left, GUESSED);
    }

    private static @Nullable String named(Map<String, ?> keywords, String javaName) {
        for (var keyword : keywords.keySet()) {
            if (Names.camel(keyword).equals(javaName)) return keyword;
        }
        return null;
    }

    private static @Nullable Candidate candidate(Executable overload, Map<Integer, @Nullable Object> values,
            Map<String, @Nullable Object> left, int cost) {
        var types = overload.getGenericParameterTypes();
        var arguments = new @Nullable Object[types.length];
        var takesOptions = false;
        for (var i = 0; i < types.length; i++) {
            var options = Conversion.options(types[i]);
            if (options != null) {
                takesOptions = true;
                var fill = options(options, left);
                if (fill == null) return null;
                arguments[i] = fill;
                cost += left.isEmpty() ? DEFAULT : 2;
                continue;
            }
            var value = values.get(i);
            if (value instanceof Surface.Collected one && one.size() == 1) {
                // A call with one argument prefers the overload that takes one.
                if (!types[i].getTypeName().endsWith("[]") && Conversion.convert(value, types[i]) == null)
                    value = one.getFirst();
                else cost += ONE_OF_SEVERAL;
            }
            if (!(Conversion.convert(value, types[i]) instanceof Conversion.Fit fit)) return null;
            arguments[i] = fit.value();
            cost += fit.cost();
        }
        if (!takesOptions && !left.values().stream().allMatch(Objects::isNull)) return null;
        if (!takesOptions) cost += left.size() * DEFAULT;
        return new Candidate(overload, arguments, cost);
    }

    /// A lambda that sets each keyword on the options, or null if they lack one.
    private static @Nullable Consumer<Object> options(Class<?> options, Map<String, @Nullable Object> keywords) {
        var setters = new ArrayList<Candidate>();
        for (var keyword : keywords.entrySet()) {
            var name = Names.camel(keyword.getKey());
            Candidate best = null;
            for (var visible : options.getMethods()) {
                var method = written(visible);
                if (!method.getName().equals(name) || method.isBridge() || method.getParameterCount() == 0) continue;
                best = better(best, byPosition(method, java.util.Collections.singletonList(keyword.getValue()),
                        Map.of()));
                if (keyword.getValue() instanceof List<?> several) {
                    best = better(best, byPosition(method, new ArrayList<>(several), Map.of()));
                }
                // A tuple of one is a Size rather than a number.
                if (best != null && best.executable.isVarArgs() && keyword.getValue() instanceof List<?>) {
                    best = new Candidate(best.executable, best.arguments, best.cost + 1);
                }
            }
            // None for an option that cannot be null is the option left alone.
            if (best == null && keyword.getValue() == null) continue;
            if (best == null) return null;
            setters.add(best);
        }
        return target -> setters.forEach(setter -> invoke(setter.executable, target, setter.arguments));
    }

    static @Nullable Object invoke(Executable executable, @Nullable Object receiver,
            @Nullable Object[] arguments) {
        try {
            executable.setAccessible(true);
            return switch (executable) {
                case Method method -> method.invoke(receiver, arguments);
                case Constructor<?> constructor -> constructor.newInstance(arguments);
            };
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException failure) throw failure;
            throw new AssertionError(executable + " failed", thrown.getCause());
        } catch (IllegalAccessException | InstantiationException | IllegalArgumentException wrong) {
            throw new Unbound(executable + " cannot be called: " + wrong);
        }
    }
}
