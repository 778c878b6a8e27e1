/// The debugger of the kernel `Sconce (debug)`: the Debug Adapter Protocol as JupyterLab speaks it, over the JDK's debug
/// interface to this very process. Only cells' threads ever stand still; those that answer Jupyter go on.
@NullMarked
package sconce.kernel.jupyter.debug;

import org.jspecify.annotations.NullMarked;
