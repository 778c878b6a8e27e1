package sconce.io;

import sconce.nn.Module;
import sconce.optim.Optimizer;

/// What to save instead of a value that Python would not know.
final class TypeAdvice {
    private TypeAdvice() {}

    static String of(Object value) {
        var type = value.getClass().getSimpleName();
        return switch (value) {
            case Module _ ->
                "the module " + type + " itself: save its weights, Torch.save(model.stateDict(), ...), and load "
                        + "them with model.loadStateDict(Torch.load(...))";
            case Optimizer _ -> "the optimizer " + type + " itself: save optimizer.stateDict()";
            default ->
                "a value of the class " + type + ": Torch.save takes tensors, numbers, texts, booleans, null, bytes, "
                        + "and lists, sets, tuples and maps of them";
        };
    }
}
