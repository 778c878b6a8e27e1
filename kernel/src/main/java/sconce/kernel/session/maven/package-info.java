/// The resolver of Maven dependencies, the only package that names Maven's classes. It is loaded apart from the session,
/// on the first `%maven`.
@NullMarked
package sconce.kernel.session.maven;

import org.jspecify.annotations.NullMarked;
