package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `usage_request`: what does the kernel take? JupyterLab's resource view asks so.
public record UsageRequest() implements Request<UsageReply> {
    public static UsageRequest from(Fields fields) { return new UsageRequest(); }
}
