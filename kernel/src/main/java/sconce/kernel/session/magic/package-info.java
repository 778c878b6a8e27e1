/// What a line that begins with `%` or `!` does. A magic is a class of its own, named in [Magics].
@NullMarked
package sconce.kernel.session.magic;

import org.jspecify.annotations.NullMarked;
