/// Another Java kernel's API under its own name, so that its notebooks run unchanged. Where it has Gson's objects, these have maps.
@NullMarked
package org.dflib.jjava.jupyter.messages.comm;

import org.jspecify.annotations.NullMarked;
