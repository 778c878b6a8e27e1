package sconce.kernel.jupyter.messages;

import sconce.kernel.jupyter.wire.Fields;

/// `kernel_info_request`: who are you?
public record KernelInfoRequest() implements Request<KernelInfoReply> {
    public static KernelInfoRequest from(Fields fields) { return new KernelInfoRequest(); }
}
