package sconce.show;

/// A node that is shown by itself, not only inside another.
public sealed interface WholeNode extends Node permits ModelNode, TableNode, ValueNode {}
