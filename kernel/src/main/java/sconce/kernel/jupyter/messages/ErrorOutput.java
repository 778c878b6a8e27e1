package sconce.kernel.jupyter.messages;

import java.util.List;

/// `error`: a cell failed. (Not named `Error`, which is Java's.)
public record ErrorOutput(String ename, String evalue, List<String> traceback) implements Publication {
    @Override
    public String msgType() { return "error"; }
}
