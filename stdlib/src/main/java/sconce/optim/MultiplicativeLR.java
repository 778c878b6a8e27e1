package sconce.optim;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sconce.ValueError;

/// Multiplies the present learning rate by a function of the epoch, every epoch: `lr = lr f(epoch)`. Stands for
/// `torch.optim.lr_scheduler.MultiplicativeLR`.
///
/// ```java
/// var optimizer = new SGD(new Linear(2, 1), 0.1);
/// var scheduler = new MultiplicativeLR(optimizer, epoch -> 0.5);
/// optimizer.step();
/// scheduler.step();
/// scheduler.getLastLr()   // [0.05]
/// ```
public class MultiplicativeLR extends LRScheduler {
    private static final String FUNCTIONS = "lr_lambdas";

    /// With one function for all groups.
    public MultiplicativeLR(Optimizer optimizer, DoubleUnaryOperator lrLambda) { this(optimizer, lrLambda, -1); }

    /// With one function for all groups, after some epochs.
    public MultiplicativeLR(Optimizer optimizer, DoubleUnaryOperator lrLambda, long lastEpoch) {
        this(optimizer, Collections.nCopies(present(optimizer).paramGroups().size(), lrLambda), lastEpoch);
    }

    /// With a function for each group.
    public MultiplicativeLR(Optimizer optimizer, List<DoubleUnaryOperator> lrLambda) { this(optimizer, lrLambda, -1); }

    /// With a function for each group, after some epochs.
    ///
    /// @throws ValueError if there are not as many functions as groups
    public MultiplicativeLR(Optimizer optimizer, List<DoubleUnaryOperator> lrLambda, long lastEpoch) {
        super(optimizer, lastEpoch, attributes(FUNCTIONS, checked(optimizer, lrLambda)));
    }

    private static List<DoubleUnaryOperator> checked(Optimizer optimizer, List<DoubleUnaryOperator> functions) {
        var count = present(optimizer).paramGroups().size();
        if (functions.size() != count) {
            throw new ValueError("Expected " + count + " lr_lambdas, but got " + functions.size());
        }
        return List.copyOf(functions);
    }

    @SuppressWarnings({ "unchecked", "NullAway" }) // What the constructor put there; loading leaves it.
    private List<DoubleUnaryOperator> functions() { return (List<DoubleUnaryOperator>) values.get(FUNCTIONS); }

    @Override
    public List<Double> getLr() {
        warnOutsideStep();
        var groups = groupLrs();
        if (isInitial()) return groups;
        return IntStream.range(0, groups.size())
                .mapToObj(i -> groups.get(i) * functions().get(i).applyAsDouble(epoch())).toList();
    }

    /// All but the functions, for which there is null, as for Python's lambdas.
    @Override
    public SequencedMap<String, Object> stateDict() {
        var saved = super.stateDict();
        var functions = (List<?>) saved.remove(FUNCTIONS);
        saved.put(FUNCTIONS, Collections.nCopies(functions == null ? 0 : functions.size(), null));
        return saved;
    }

    @Override
    public void loadStateDict(Map<String, ?> saved) {
        var functions = functions();
        super.loadStateDict(saved);
        values.put(FUNCTIONS, functions);
    }
}
