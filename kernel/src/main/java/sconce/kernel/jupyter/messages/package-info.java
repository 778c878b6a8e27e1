/// Jupyter's messages, protocol 5.5: one record a message, its fields in the order of the documentation.
@NullMarked
package sconce.kernel.jupyter.messages;

import org.jspecify.annotations.NullMarked;
