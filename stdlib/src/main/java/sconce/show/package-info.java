/// A module, tensor or state dict as plain records, then as text or HTML.
@NullMarked
package sconce.show;

import org.jspecify.annotations.NullMarked;
