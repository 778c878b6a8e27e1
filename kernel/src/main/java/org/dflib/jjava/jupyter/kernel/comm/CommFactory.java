package org.dflib.jjava.jupyter.kernel.comm;

import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;

/// Makes the session's side of a comm that a cell opens; what it puts into the message's data is sent.
@FunctionalInterface
public interface CommFactory<T extends Comm> {
    T produce(CommManager manager, String id, String targetName, Message<CommOpenCommand> message);
}
