package sconce.nn;

import sconce.Tensor;

/// What a maximum pooling gives with `returnIndices`: the maxima, and where in the flattened plane each lay.
///
/// @param output the maxima
/// @param indices their places, as the unpooling layers take them
public record PoolOutput(Tensor output, Tensor indices) {}
