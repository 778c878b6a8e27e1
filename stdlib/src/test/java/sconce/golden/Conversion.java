package sconce.golden;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sconce.Device;
import sconce.Size;
import sconce.Tensor;
import sconce.libtorch.Operators;
import sconce.optim.ParamGroup;

/// Python's arguments as those that a Java parameter takes, and how well they fit: 0 is how anyone would write it.
final class Conversion {
    private static final @Nullable Fit NO = null;

    /// Functions that layers know by name too.
    private static final Set<String> BY_NAME = Set.of("relu", "gelu");

    private Conversion() {}

    /// A Java argument and what it costs.
    record Fit(@Nullable Object value, int cost) {}

    static @Nullable Fit convert(@Nullable Object value, Type type) {
        var raw = raw(type);
        if (value == null) return raw.isPrimitive() ? NO : new Fit(null, raw.isArray() ? 3 : 1);
        if (raw == Object.class) return new Fit(plain(value), 6);
        return switch (value) {
            case Long whole -> whole(whole, type, raw);
            case Double real -> real(real, type, raw);
            case Boolean truth -> truth(truth, raw);
            case String text -> text(text, raw);
            case Tensor tensor -> tensor(tensor, type, raw);
            case Size size -> size(size, raw);
            case List<?> list when raw.isRecord() -> record(list, raw);
            case List<?> list -> list(list, type, raw);
            // Where a function may be given by its name, Java knows which one it is.
            case GoldenValues.FunctionName function when raw == String.class && BY_NAME.contains(function.name()) ->
                new Fit(function.name(), 0);
            case GoldenValues.FunctionName function when raw.isInterface() -> new Fit(function(function, raw), 1);
            case Map<?, ?> dictionary when raw == ParamGroup.class
                    && !all(List.copyOf(dictionary.values()), Tensor.class) ->
                new Fit(ParamGroup.of(named(dictionary)), 0);
            default -> raw.isInstance(value) ? new Fit(value, 0) : NO;
        };
    }

    /// A tuple as the record that stands for it: the state of an LSTM.
    private static @Nullable Fit record(List<?> tuple, Class<?> raw) {
        var constructors = raw.getConstructors();
        if (constructors.length != 1 || constructors[0].getParameterCount() != tuple.size()) return NO;
        var types = constructors[0].getGenericParameterTypes();
        var parts = new @Nullable Object[types.length];
        for (var i = 0; i < parts.length; i++) {
            if (!(convert(tuple.get(i), types[i]) instanceof Fit fit)) return NO;
            parts[i] = fit.value;
        }
        try {
            return new Fit(constructors[0].newInstance(parts), 0);
        } catch (ReflectiveOperationException refused) {
            throw new AssertionError(refused);
        }
    }

    private static Map<String, ?> named(Map<?, ?> dictionary) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        dictionary.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    /// Python's value where Java takes any: an index's text as a string.
    private static Object plain(Object value) {
        return value instanceof GoldenValues.IndexText index ? index.text() : value;
    }

    private static @Nullable Fit whole(Long number, Type type, Class<?> raw) {
        if (raw == long.class || raw == Long.class) return new Fit(number, 0);
        if (raw == int.class || raw == Integer.class) return new Fit(Math.toIntExact(number), 0);
        if (raw == Number.class) return new Fit(number, 1);
        if (raw == double.class || raw == Double.class) return new Fit(number.doubleValue(), 2);
        if (raw == Size.class || raw == long[].class || raw == int[].class) {
            var fit = list(List.of(number), type, raw);
            return fit == null ? NO : new Fit(fit.value, 4);
        }
        return NO;
    }

    private static @Nullable Fit real(Double number, Type type, Class<?> raw) {
        if (raw == double.class || raw == Double.class) return new Fit(number, 0);
        if (raw == float.class || raw == Float.class) return new Fit(number.floatValue(), 1);
        if (raw == Number.class) return new Fit(number, 1);
        if (raw == double[].class) return list(List.of(number), type, raw);
        return NO;
    }

    private static @Nullable Fit truth(Boolean truth, Class<?> raw) {
        if (raw == boolean.class || raw == Boolean.class) return new Fit(truth, 0);
        // In Python a bool is a number. Java has no such number, but a tensor of one promotes in the same way.
        if (raw == Tensor.class) {
            Tensor one = Operators.call("scalar_tensor", truth ? 1L : 0L);
            return new Fit(Operators.call("to.dtype", one, sconce.DType.bool), 8);
        }
        if (raw == Number.class || raw == long.class) return new Fit(truth ? 1L : 0L, 9);
        return NO;
    }

    private static @Nullable Fit text(String text, Class<?> raw) {
        if (raw == String.class || raw == CharSequence.class) return new Fit(text, 0);
        if (raw == Device.class) return new Fit(Device.of(text), 1);
        if (raw.isEnum()) {
            for (var constant : raw.getEnumConstants()) {
                if (((Enum<?>) constant).name().equalsIgnoreCase(text)) return new Fit(constant, 1);
            }
        }
        return NO;
    }

    private static @Nullable Fit tensor(Tensor tensor, Type type, Class<?> raw) {
        if (raw.isInstance(tensor)) return new Fit(tensor, 0);
        if (raw == Tensor[].class) return new Fit(new Tensor[] { tensor }, 2);
        if (isCollection(raw)) return list(List.of(tensor), type, raw);
        var number = raw == Number.class || raw == long.class || raw == double.class;
        if (!number || tensor.dim() != 0) return NO;
        return convert(tensor.item(), raw) instanceof Fit fit ? new Fit(fit.value, 8) : NO;
    }

    private static @Nullable Fit size(Size size, Class<?> raw) {
        if (raw.isInstance(size)) return new Fit(size, 0);
        if (raw == long[].class) return new Fit(size.longs(), 0);
        if (raw == int[].class) return new Fit(Arrays.stream(size.longs()).mapToInt(Math::toIntExact).toArray(), 1);
        return NO;
    }

    private static @Nullable Fit list(List<?> list, Type type, Class<?> raw) {
        if (raw == Size.class) {
            return all(list, Long.class) ? new Fit(new Size(longs(list)), 0) : NO;
        }
        if (raw.isArray()) {
            var element = type instanceof GenericArrayType array ? array.getGenericComponentType()
                    : raw.getComponentType();
            return array(list, element, raw.getComponentType());
        }
        if (!isCollection(raw)) return NO;
        var element = type instanceof ParameterizedType of ? of.getActualTypeArguments()[0] : Object.class;
        var converted = new ArrayList<@Nullable Object>();
        var cost = 0;
        for (var value : list) {
            if (!(convert(value, element) instanceof Fit fit)) return NO;
            converted.add(fit.value);
            cost = Math.max(cost, fit.cost);
        }
        return new Fit(converted, 1 + cost);
    }

    private static @Nullable Fit array(List<?> list, Type element, Class<?> raw) {
        var array = Array.newInstance(raw, list.size());
        // A list of one is a size of one rather than the number alone.
        var alone = list.size() == 1 && !(list instanceof Surface.Collected);
        var cost = raw == int.class || raw == long.class && alone ? 1 : 0;
        for (var i = 0; i < list.size(); i++) {
            if (!(convert(list.get(i), element) instanceof Fit fit)) return NO;
            // A list of whole numbers is not one of reals, nor is a number a list.
            Array.set(array, i, fit.value);
            cost = Math.max(cost, fit.cost);
        }
        return new Fit(array, cost);
    }

    private static boolean isCollection(Class<?> raw) {
        return raw.isAssignableFrom(ArrayList.class) && (raw == Iterable.class || Collection.class.isAssignableFrom(raw)
                || raw.isInterface() && raw.getSimpleName().equals("SequencedCollection"));
    }

    private static boolean all(List<?> list, Class<?> kind) { return list.stream().allMatch(kind::isInstance); }

    private static long[] longs(List<?> list) { return list.stream().mapToLong(value -> (Long) value).toArray(); }

    /// A Python function as any functional interface; it calls the Java function of that name.
    private static Object function(GoldenValues.FunctionName function, Class<?> type) {
        var name = function.name().contains(".") ? function.name() : "F." + function.name();
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) return method.getName().equals("toString") ? name : null;
            var inputs = new ArrayList<@Nullable Object>();
            for (var argument : arguments) {
                if (argument instanceof Object[] several) inputs.addAll(Arrays.asList(several));
                else
                    inputs.add(argument);
            }
            var result = Calls.call(name, inputs, java.util.Map.of());
            return convert(result, method.getGenericReturnType()) instanceof Fit fit ? fit.value : result;
        });
    }

    /// The options class of a `Consumer<Options>` parameter, or null if the type is something else.
    static @Nullable Class<?> options(Type type) {
        if (raw(type) != Consumer.class || !(type instanceof ParameterizedType consumer)) return null;
        var options = raw(consumer.getActualTypeArguments()[0]);
        return options == Object.class || Tensor.class.isAssignableFrom(options) ? null : options;
    }

    static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType of -> raw(of.getRawType());
            case WildcardType wild -> raw(wild.getLowerBounds().length > 0 ? wild.getLowerBounds()[0]
                    : wild.getUpperBounds()[0]);
            case TypeVariable<?> variable -> raw(variable.getBounds()[0]);
            case GenericArrayType array -> raw(array.getGenericComponentType()).arrayType();
            default -> Object.class;
        };
    }
}
