package sconce.kernel.session;

import java.util.List;

/// What a session's user has declared so far, in the order of the declarations.
///
/// @param imports the text after `import`, without what every session has
public record Declarations(List<Variable> variables, List<Method> methods, List<Type> types, List<String> imports) {
    public Declarations {
        variables = List.copyOf(variables);
        methods = List.copyOf(methods);
        types = List.copyOf(types);
        imports = List.copyOf(imports);
    }

    /// A variable.
    ///
    /// @param value its text form
    public record Variable(String type, String name, String value) {}

    /// A method, such as `int twice(int)`.
    public record Method(String result, String name, String parameters) {}

    /// A class, interface, enum, record or annotation.
    public record Type(String kind, String name) {}
}
