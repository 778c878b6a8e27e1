package sconce.optim;

import java.util.ArrayList;
import java.util.List;
import sconce.Tensor;
import sconce.libtorch.Operators;

/// Tensors that one native call changes together, by libtorch's `_foreach_*` operators. On the CPU these do to each tensor
/// what the operator of that name does, so that the numbers are the same bits as one by one.
///
/// Names and meanings are those of [Tensor]'s methods; an array has a number for each tensor.
record Many(List<Tensor> tensors) {
    Many neg() { return made("_foreach_neg", tensors); }

    Many abs() { return made("_foreach_abs", tensors); }

    Many sqrt() { return made("_foreach_sqrt", tensors); }

    Many sqrt_() { return changed("_foreach_sqrt_", tensors); }

    Many reciprocal() { return made("_foreach_reciprocal", tensors); }

    Many sign() { return made("_foreach_sign", tensors); }

    Many add(double other) { return made("_foreach_add.Scalar", tensors, other); }

    Many add_(double other) { return changed("_foreach_add_.Scalar", tensors, other); }

    Many add(Many other, double alpha) { return made("_foreach_add.List", tensors, other.tensors, alpha); }

    Many add_(Many other, double alpha) { return changed("_foreach_add_.List", tensors, other.tensors, alpha); }

    Many sub(Many other) { return made("_foreach_sub.List", tensors, other.tensors); }

    Many mul(Many other) { return made("_foreach_mul.List", tensors, other.tensors); }

    Many mul(double other) { return made("_foreach_mul.Scalar", tensors, other); }

    Many mul_(double other) { return changed("_foreach_mul_.Scalar", tensors, other); }

    Many mul_(Many other) { return changed("_foreach_mul_.List", tensors, other.tensors); }

    Many mul_(double[] each) {
        return same(each) ? mul_(each[0]) : changed("_foreach_mul_.ScalarList", tensors, boxed(each));
    }

    Many mul(double[] each) {
        return same(each) ? mul(each[0]) : made("_foreach_mul.ScalarList", tensors, boxed(each));
    }

    Many div(double[] each) {
        return same(each) ? made("_foreach_div.Scalar", tensors, each[0])
                : made("_foreach_div.ScalarList", tensors, boxed(each));
    }

    Many div_(double[] each) {
        return same(each) ? changed("_foreach_div_.Scalar", tensors, each[0])
                : changed("_foreach_div_.ScalarList", tensors, boxed(each));
    }

    Many div_(Many other) { return changed("_foreach_div_.List", tensors, other.tensors); }

    Many lerp_(Many end, double weight) {
        return changed("_foreach_lerp_.Scalar", tensors, end.tensors, weight);
    }

    Many maximum_(Many other) { return changed("_foreach_maximum_.List", tensors, other.tensors); }

    Many clamp_(double least, double most) {
        changed("_foreach_clamp_min_.Scalar", tensors, least);
        return changed("_foreach_clamp_max_.Scalar", tensors, most);
    }

    Many copy_(Many source) { return changed("_foreach_copy_", tensors, source.tensors, false); }

    Many addcmul(Many one, Many two, double value) {
        return made("_foreach_addcmul.Scalar", tensors, one.tensors, two.tensors, value);
    }

    Many addcmul_(Many one, Many two, double value) {
        return changed("_foreach_addcmul_.Scalar", tensors, one.tensors, two.tensors, value);
    }

    Many addcdiv_(Many one, Many two, double value) {
        return changed("_foreach_addcdiv_.Scalar", tensors, one.tensors, two.tensors, value);
    }

    Many addcdiv_(Many one, Many two, double[] each) {
        return same(each) ? addcdiv_(one, two, each[0])
                : changed("_foreach_addcdiv_.ScalarList", tensors, one.tensors, two.tensors, boxed(each));
    }

    /// Those at some places.
    Many of(List<Integer> places) {
        return places.size() == tensors.size() ? this : new Many(places.stream().map(tensors::get).toList());
    }

    /// Fresh tensors with the same numbers.
    Many copies() {
        var copies = new ArrayList<Tensor>(tensors.size());
        for (var tensor : tensors) copies.add(tensor.clone());
        return new Many(copies);
    }

    private Many changed(String operator, Object... arguments) {
        Operators.run(operator, arguments);
        return this;
    }

    private static Many made(String operator, Object... arguments) {
        return new Many(Operators.<List<Tensor>>call(operator, arguments));
    }

    /// Whether all parameters are equally far, as they are unless some had no gradient in a step.
    private static boolean same(double[] each) {
        for (var number : each) {
            if (Double.compare(number, each[0]) != 0) return false;
        }
        return true;
    }

    private static List<Double> boxed(double[] numbers) {
        var boxed = new ArrayList<Double>(numbers.length);
        for (var number : numbers) boxed.add(number);
        return boxed;
    }
}
