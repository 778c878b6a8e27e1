package sconce.libtorch;

import java.lang.ref.Reference;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.jspecify.annotations.Nullable;

/// One operator of libtorch's dispatcher: its schema read once, called with a stack of boxed values.
final class Operator {
    private static final ThreadLocal<Stack> STACK = ThreadLocal.withInitial(Stack::new);
    private final OperatorHandle handle;
    private final String name;
    private final Parameter[] parameters;
    private final DirectCalls.@Nullable DirectCall direct;
    /// Such an operator gives back its first argument: the caller has a Java object for it already.
    private final boolean inPlace;

    private Operator(OperatorHandle handle, String name, Parameter[] parameters) {
        this.handle = handle;
        this.name = name;
        this.parameters = parameters;
        direct = DirectCalls.of(name);
        var base = name.replaceFirst("\\..*", "");
        inPlace = base.endsWith("_") && !base.endsWith("__");
    }

    /// The values of one call. A thread keeps its own, unless a callback inside a call needs another.
    private static final class Stack {
        final IValueVector values = new IValueVector();
        boolean busy;
    }

    /// A parameter of the schema.
    ///
    /// @param mayBeNone whether null may be passed
    /// @param byDefault what is passed when the argument is left out, or null if it is required
    private record Parameter(String name, ArgumentKind kind, boolean mayBeNone, @Nullable IValue byDefault) {}

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
            var type = argument.type().get().str().getString();
            var kind = ArgumentKind.of(type);
            parameters[i] = new Parameter(argument.name().getString(), kind,
                    type.endsWith("?") || kind == ArgumentKind.OTHER,
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
    Object call(@Nullable Object[] given, boolean wanted) {
        var arguments = TensorHandle.current(given);
        if (arguments.length > parameters.length) {
            throw new IllegalArgumentException(
                    this + " takes " + parameters.length + " arguments, but got " + arguments.length);
        }
        try {
            if (direct != null) {
                var result = direct.apply(arguments);
                if (result != null) return Hosts.wrap(result);
            }
            return callBoxed(wanted, arguments);
        } catch (TensorHandle.Refused refused) {
            throw refused.in(name);
        } catch (RuntimeException thrown) {
            throw Hosts.error(thrown);
        } finally {
            Reference.reachabilityFence(arguments);
        }
    }

    private @Nullable Object callBoxed(boolean wanted, @Nullable Object[] arguments) {
        var kept = STACK.get();
        var stack = kept.busy ? new Stack() : kept;
        var values = stack.values;
        stack.busy = true;
        try {
            values.resize(parameters.length);
            for (var i = 0; i < parameters.length; i++) {
                if (i < arguments.length) put(values, i, arguments[i]);
                else
                    values.put(i, byDefault(i));
            }
            handle.callBoxed(values);
            if (inPlace) return arguments[0];
            return wanted ? BoxedValues.results(values) : null;
        } finally {
            values.resize(0);
            stack.busy = false;
            if (stack != kept) values.close();
        }
    }

    private void put(IValueVector stack, int position, @Nullable Object argument) {
        if (argument == null && !parameters[position].mayBeNone) throw wrongType(position, null);
        var constant = BoxedValues.constant(argument, parameters[position].kind);
        if (constant != null) {
            stack.put(position, constant);
            return;
        }
        try (var boxed = BoxedValues.box(argument, parameters[position].kind)) {
            stack.put(position, boxed);
        } catch (BoxedValues.WrongElement wrong) {
            throw Hosts.typeError("expected Tensor as element " + wrong.place + " in argument " + position
                    + ", but got " + wrong.type);
        } catch (ClassCastException wrong) {
            throw wrongType(position, argument);
        }
    }

    private RuntimeException wrongType(int position, @Nullable Object argument) {
        var parameter = parameters[position];
        // PyTorch's functions call the first one so, where its schemas say "self".
        var known = parameter.name.equals("self") ? "input" : parameter.name;
        return Hosts.typeError(name.replaceFirst("\\..*", "") + "(): argument '" + known + "' must be "
                + parameter.kind.python() + ", not " + PythonTypes.of(argument));
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
