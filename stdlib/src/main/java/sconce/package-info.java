/// What users see of libtorch: tensors, their types and devices, and the functions of `torch`.
@NullMarked
package sconce;

import org.jspecify.annotations.NullMarked;
