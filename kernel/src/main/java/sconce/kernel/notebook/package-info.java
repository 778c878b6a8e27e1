/// Tutorials on disk: notebooks and Markdown files as cells, and what their cells have put out. Knows no session.
@NullMarked
package sconce.kernel.notebook;

import org.jspecify.annotations.NullMarked;
