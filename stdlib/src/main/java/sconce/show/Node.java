package sconce.show;

/// What there is to show, as plain data: no markup and no sentences. A walk makes nodes, renderers draw them; a new kind
/// of node does not compile until every renderer draws it.
public sealed interface Node permits WholeNode, PlaceNode, TensorNode, UnregisteredNode {}
