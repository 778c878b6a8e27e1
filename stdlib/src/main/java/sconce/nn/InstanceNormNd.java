package sconce.nn;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sconce.Tensor;
import sconce.ValueError;
import sconce.Warnings;

/// What all instance normalisation layers share.
abstract class InstanceNormNd extends NormBase {
    /// The options that all instance normalisation layers share.
    abstract static class Options<O extends Options<O>> extends NormBase.Options<O> {
        Options() { super(false, false); }
    }

    private final int sampleDimensions;

    /// For samples of so many dimensions: channels, and those of the space.
    InstanceNormNd(int sampleDimensions, long numFeatures, Options<?> o) {
        super(numFeatures, o);
        this.sampleDimensions = sampleDimensions;
    }

    /// Before version 1 a state dict had running statistics that nobody had asked for: the user must say what is meant.
    @Override
    protected void loadFromStateDict(StateDict state, String prefix, Map<String, Object> localMetadata, boolean strict,
            List<String> missingKeys, List<String> unexpectedKeys, List<String> errorMessages) {
        if (localMetadata.get("version") == null && !trackRunningStats) {
            var keys = Stream.of("running_mean", "running_var").map(prefix::concat).filter(state::containsKey).toList();
            if (!keys.isEmpty()) errorMessages.add(unexpectedStatistics(keys));
            keys.forEach(state::remove);
        }
        super.loadFromStateDict(state, prefix, localMetadata, strict, missingKeys, unexpectedKeys, errorMessages);
    }

    private String unexpectedStatistics(List<String> keys) {
        var names = keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(" and "));
        var type = moduleName();
        return "Unexpected running stats buffer(s) " + names + " for " + type
                + " with track_running_stats=False. If state_dict is a checkpoint saved before 0.4.0, this may be "
                + "expected because " + type + " does not track running stats by default since 0.4.0. Please remove "
                + "these keys from state_dict. If the running stats are actually needed, instead set "
                + "track_running_stats=True in " + type + " to enable them. See the documentation of " + type
                + " for details.";
    }

    @Override
    public Tensor forward(Tensor input) {
        if (input.dim() != sampleDimensions && input.dim() != sampleDimensions + 1) {
            throw new ValueError("expected " + sampleDimensions + "D or " + (sampleDimensions + 1)
                    + "D input (got " + input.dim() + "D input)");
        }
        checkFeatures(input, input.dim() - sampleDimensions);
        return input.dim() == sampleDimensions ? norm(input.unsqueeze(0)).squeeze(0) : norm(input);
    }

    private void checkFeatures(Tensor input, long dim) {
        if (input.size(dim) == numFeatures) return;
        if (affine) {
            throw new ValueError("expected input's size at dim=" + dim + " to match num_features (" + numFeatures
                    + "), but got: " + input.size(dim) + ".");
        }
        Warnings.warn("input's size at dim=" + dim + " does not match num_features. You can silence this warning by "
                + "not passing in num_features, which is not used because affine=False");
    }

    private Tensor norm(Tensor input) {
        return F.instanceNorm(input, running_mean, running_var, weight, bias, training() || !trackRunningStats,
                momentum == null ? 0.0 : momentum.doubleValue(), eps.doubleValue());
    }
}
