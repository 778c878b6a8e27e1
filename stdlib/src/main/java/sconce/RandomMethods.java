package sconce;

import org.jspecify.annotations.Nullable;
import sconce.libtorch.Operators;

/// Methods of [Tensor] that draw random numbers. A generator may be given last; else it is the default one.
sealed interface RandomMethods permits Tensor {
    /// Fills this tensor with numbers drawn evenly between 0 and 1.
    default Tensor uniform_() { return uniform_(0, 1); }

    /// Fills this tensor with numbers drawn evenly between `from` and `to`.
    default Tensor uniform_(double from, double to) { return uniform_(from, to, null); }

    /// The same with a generator.
    default Tensor uniform_(double from, double to, @Nullable Generator generator) {
        return InPlaceMethods.change("uniform_", this, from, to, generator);
    }

    /// Fills this tensor with normally distributed numbers of mean 0 and deviation 1.
    default Tensor normal_() { return normal_(0, 1); }

    /// Fills this tensor with normally distributed numbers.
    default Tensor normal_(double mean, double std) { return normal_(mean, std, null); }

    /// The same with a generator.
    default Tensor normal_(double mean, double std, @Nullable Generator generator) {
        return InPlaceMethods.change("normal_", this, mean, std, generator);
    }

    /// Fills this tensor with numbers whose logarithms are normally distributed, of mean 1 and deviation 2.
    default Tensor logNormal_() { return logNormal_(1, 2); }

    /// Fills this tensor with numbers whose logarithms are normally distributed.
    default Tensor logNormal_(double mean, double std) { return logNormal_(mean, std, null); }

    /// The same with a generator.
    default Tensor logNormal_(double mean, double std, @Nullable Generator generator) {
        return InPlaceMethods.change("log_normal_", this, mean, std, generator);
    }

    /// Fills this tensor with numbers of Cauchy's distribution of median 0 and scale 1.
    default Tensor cauchy_() { return cauchy_(0, 1); }

    /// Fills this tensor with numbers of Cauchy's distribution.
    default Tensor cauchy_(double median, double sigma) { return cauchy_(median, sigma, null); }

    /// The same with a generator.
    default Tensor cauchy_(double median, double sigma, @Nullable Generator generator) {
        return InPlaceMethods.change("cauchy_", this, median, sigma, generator);
    }

    /// Fills this tensor with exponentially distributed numbers of rate 1.
    default Tensor exponential_() { return exponential_(1); }

    /// Fills this tensor with exponentially distributed numbers.
    default Tensor exponential_(double lambd) { return exponential_(lambd, null); }

    /// The same with a generator.
    default Tensor exponential_(double lambd, @Nullable Generator generator) {
        return InPlaceMethods.change("exponential_", this, lambd, generator);
    }

    /// Fills this tensor with how many tries each took until one had success, of chance `p`.
    default Tensor geometric_(double p) { return geometric_(p, null); }

    /// The same with a generator.
    default Tensor geometric_(double p, @Nullable Generator generator) {
        return InPlaceMethods.change("geometric_", this, p, generator);
    }

    /// Fills this tensor with 1 for each success, of chance 0.5, and 0 else.
    default Tensor bernoulli_() { return bernoulli_(0.5); }

    /// Fills this tensor with 1 for each success, of chance `p`, and 0 else.
    default Tensor bernoulli_(double p) { return bernoulli_(p, null); }

    /// The same with a generator.
    default Tensor bernoulli_(double p, @Nullable Generator generator) {
        return InPlaceMethods.change("bernoulli_.float", this, p, generator);
    }

    /// Fills this tensor with 1 for each success, each of its own chance, and 0 else.
    default Tensor bernoulli_(Tensor p) { return bernoulli_(p, null); }

    /// The same with a generator.
    default Tensor bernoulli_(Tensor p, @Nullable Generator generator) {
        return InPlaceMethods.change("bernoulli_.Tensor", this, p, generator);
    }

    /// Fills this tensor with whole numbers, from 0 to the greatest that the dtype holds exactly.
    default Tensor random_() { return InPlaceMethods.change("random_", this); }

    /// Fills this tensor with whole numbers from 0 up to `to`, without it.
    default Tensor random_(long to) { return InPlaceMethods.change("random_.to", this, to); }

    /// Fills this tensor with whole numbers from `from` up to `to`, without it; null: to the greatest.
    default Tensor random_(long from, @Nullable Long to) { return random_(from, to, null); }

    /// The same with a generator.
    default Tensor random_(long from, @Nullable Long to, @Nullable Generator generator) {
        return from == 0 && to == null ? InPlaceMethods.change("random_", this, generator)
                : InPlaceMethods.change("random_.from", this, from, to, generator);
    }

    /// 1 for each success, with this tensor's elements as chances, and 0 else.
    default Tensor bernoulli() { return bernoulli((Generator) null); }

    /// The same with a generator.
    default Tensor bernoulli(@Nullable Generator generator) { return Operators.call("bernoulli", this, generator); }

    /// 1 for each success, of chance `p`, and 0 else, in the shape of this tensor.
    default Tensor bernoulli(double p) { return bernoulli(p, null); }

    /// The same with a generator.
    default Tensor bernoulli(double p, @Nullable Generator generator) {
        return Operators.call("bernoulli.p", this, p, generator);
    }

    /// Indices drawn without replacement, with each row's elements as weights.
    default Tensor multinomial(long numSamples) { return multinomial(numSamples, false); }

    /// Indices drawn with or without replacement, with each row's elements as weights.
    default Tensor multinomial(long numSamples, boolean replacement) {
        return multinomial(numSamples, replacement, null);
    }

    /// The same with a generator.
    default Tensor multinomial(long numSamples, boolean replacement, @Nullable Generator generator) {
        return Operators.call("multinomial", this, numSamples, replacement, generator);
    }
}
