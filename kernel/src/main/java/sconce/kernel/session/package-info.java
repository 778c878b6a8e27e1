/// A live session: evaluates cells, completes, inspects, interrupts. It answers in records and knows neither a protocol
/// nor a front end; its words are those of `jdk.jshell`.
@NullMarked
package sconce.kernel.session;

import org.jspecify.annotations.NullMarked;
