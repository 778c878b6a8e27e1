package sconce.kernel.terminal;

import java.util.List;
import sconce.kernel.session.CellId;
import sconce.kernel.session.Result;

/// What was run at the prompt.
///
/// @param number  its `In [..]`
/// @param id      what errors in it name
/// @param outputs what it put out while it ran
record Cell(int number, CellId id, String code, List<Output> outputs, Result result) {
    boolean succeeded() { return result instanceof Result.Value; }
}
