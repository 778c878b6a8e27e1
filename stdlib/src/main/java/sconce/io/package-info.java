/// Files: state dicts and whole checkpoints as `.safetensors` and as PyTorch's `.pt`, read and written so that Python
/// and Java open each other's. [sconce.Torch#save] and [sconce.Torch#load] are the way in.
@NullMarked
package sconce.io;

import org.jspecify.annotations.NullMarked;
