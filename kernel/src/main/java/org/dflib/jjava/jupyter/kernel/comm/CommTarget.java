package org.dflib.jjava.jupyter.kernel.comm;

import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;

/// Makes the session's side of a comm that the front end opens.
@FunctionalInterface
public interface CommTarget {
    Comm createComm(CommManager manager, String id, String targetName, Message<CommOpenCommand> message);
}
