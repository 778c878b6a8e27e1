/// The binding: the only package that names `org.bytedeco`. It loads libtorch, owns native memory, and calls
/// operators by their name in libtorch's dispatcher. Nothing in a public signature shows the binding's types.
@NullMarked
package sconce.libtorch;

import org.jspecify.annotations.NullMarked;
