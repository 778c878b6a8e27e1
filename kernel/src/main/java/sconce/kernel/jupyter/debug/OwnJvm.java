package sconce.kernel.jupyter.debug;

import java.io.IOException;
import java.util.Objects;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;

/// The way from this process into itself. The agent listens on a port that only this machine reaches, takes one debugger
/// and then no other; so the kernel attaches before anything else.
final class OwnJvm {
    private OwnJvm() {}

    /// The port on which the JVM waits for its debugger, or null when it was started without the agent.
    static @Nullable String port() {
        try {
            var support = Class.forName("jdk.internal.vm.VMSupport");
            var properties = (Properties) support.getMethod("getAgentProperties").invoke(null);
            var address = properties == null ? null : properties.getProperty("sun.jdwp.listenerAddress");
            return address == null ? null : address.substring(address.lastIndexOf(':') + 1);
        } catch (ReflectiveOperationException e) {
            return null; // not opened to us: this is the normal kernel
        }
    }

    /// @throws IOException when another debugger came first, or none can
    static VirtualMachine attach(String port) throws IOException {
        var connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach")).findFirst()
                .orElseThrow(() -> new IOException("this JDK has no debugger interface"));
        var arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(port);
        try {
            return connector.attach(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IOException("cannot debug this process: " + e.getMessage(), e);
        }
    }
}
