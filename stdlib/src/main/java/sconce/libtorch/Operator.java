package sconce.libtorch;

import java.lang.ref.Reference;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.jspecify.annotations.Nullable;

/// One operator of libtorch's dispatcher: its schema read once, called with a stack of boxed values.
final class Operator {
    private static final ThreadLocal<@Nullable IValueVector> STACK = new ThreadLocal<>();
    private final OperatorHandle handle;
    private final String name;
    private final Parameter[] parameters;

    private Operator(OperatorHandle handle, String name, Parameter[] parameters) {
        this.handle = handle;
        this.name = name;
        this.parameters = parameters;
    }

    /// A parameter of the schema.
    ///
    /// @param byDefault what is passed when the argument is left out, or null if it is required
    private record Parameter(String name, ArgumentKind kind, @Nullable IValue byDefault) {}

    static Operator find(String name) {
        Libtorch.ready();
        var dot = name.indexOf('.');
        var base = dot < 0 ? name : name.substring(0, dot);
        var overload = dot < 0 ? "" : name.substring(dot + 1);
        var qualified = base.contains("::") ? base : "aten::" + base;
        OperatorHandle handle;
        try {
            handle = Dispatcher.singleton().findSchemaOrThrow(qualified, overload);
        } catch (RuntimeException unknown) {
            throw new IllegalArgumentException("libtorch has no operator named " + name, unknown);
        }
        var schema = handle.schema();
        var arguments = schema.arguments();
        // The binding gives null for an empty list.
        var parameters = new Parameter[arguments == null ? 0 : (int) arguments.limit()];
        for (var i = 0; i < parameters.length; i++) {
            var argument = arguments.getPointer(i);
            var byDefault = argument.default_value();
            parameters[i] = new Parameter(argument.name().getString(),
                    ArgumentKind.of(argument.type().get().str().getString()),
                    byDefault.has_value() ? new IValue(byDefault.get()) : null);
        }
        return new Operator(handle, name, parameters);
    }

    @Nullable
    Object call(@Nullable Object[] arguments) { return call(arguments, true); }

    /// Calls the operator.
    ///
    /// @param wanted whether the results are of use; boxed tensors cost a native handle each
    @Nullable
    Object call(@Nullable Object[] arguments, boolean wanted) {
        if (arguments.length > parameters.length) {
            throw new IllegalArgumentException(
                    this + " takes " + parameters.length + " arguments, but got " + arguments.length);
        }
        // The stack is kept for the next call, unless a callback inside this one needs another.
        var stack = STACK.get();
        if (stack == null) stack = new IValueVector();
        STACK.remove();
        try {
            stack.resize(parameters.length);
            for (var i = 0; i < parameters.length; i++) {
                if (i < arguments.length) put(stack, i, arguments[i]);
                else
                    stack.put(i, byDefault(i));
            }
            handle.callBoxed(stack);
            return wanted ? BoxedValues.results(stack) : null;
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(arguments);
            stack.resize(0);
            STACK.set(stack);
        }
    }

    private void put(IValueVector stack, int position, @Nullable Object argument) {
        var constant = BoxedValues.constant(argument, parameters[position].kind);
        if (constant != null) {
            stack.put(position, constant);
            return;
        }
        try (var boxed = BoxedValues.box(argument, parameters[position].kind)) {
            stack.put(position, boxed);
        } catch (ClassCastException wrong) {
            throw new IllegalArgumentException(name + "(): argument '" + parameters[position].name + "' must be "
                    + parameters[position].kind + ", not "
                    + (argument == null ? "None" : argument.getClass().getSimpleName()), wrong);
        }
    }

    private IValue byDefault(int position) {
        var value = parameters[position].byDefault;
        if (value == null) {
            throw new IllegalArgumentException(
                    name + "() missing required argument '" + parameters[position].name + "'");
        }
        return value;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(name).append('(');
        for (var i = 0; i < parameters.length; i++) text.append(i == 0 ? "" : ", ").append(parameters[i].name);
        return text.append(')').toString();
    }
}
