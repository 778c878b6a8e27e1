package sconce.optim;

import java.util.function.Function;
import sconce.Tensor;
import sconce.optim.LBFGSStep.Real;

/// Finds how far to go along a direction: to where the loss has fallen enough and its slope has become flat enough, the
/// strong Wolfe conditions (Nocedal and Wright, Numerical Optimization, algorithms 3.5 and 3.6).
final class StrongWolfe {
    private static final double C1 = 1e-4;
    private static final double C2 = 0.9;
    private static final double LEAST_BRACKET = 1e-9;
    private final double directionSize;
    private final Function<Real, Place> evaluate;
    private long evaluations;

    /// A place along the direction.
    ///
    /// @param slope the derivative of the loss along the direction
    record Place(Real at, Real loss, Tensor gradient, Real slope) {}

    /// Where the search ended, and how often it asked for the loss.
    record Found(Place place, long evaluations) {}

    StrongWolfe(Tensor direction, Function<Real, Place> evaluate) {
        directionSize = direction.abs().max().doubleValue();
        this.evaluate = evaluate;
    }

    private Place evaluate(Real at) {
        evaluations++;
        return evaluate.apply(at);
    }

    /// @param most how many iterations may be made
    Found search(Place start, Real length, long most) {
        var current = evaluate(length);
        var previous = start;
        for (var i = 0; i < most; i++) {
            if (tooHigh(current, start) || (i > 1 && !current.loss.less(previous.loss)) || flatEnough(current, start)
                    || current.slope.value() >= 0) {
                var isRising = tooHigh(current, start) || (i > 1 && !current.loss.less(previous.loss));
                if (!isRising && flatEnough(current, start)) return new Found(current, evaluations);
                return zoom(start, previous, current, most - i);
            }
            var t = current.at;
            var least = t.plus(t.minus(previous.at).times(0.01));
            var next = interpolate(previous, current, least, t.times(10));
            previous = current;
            current = evaluate(next);
        }
        // As many iterations as are allowed: the better of the beginning and the end.
        return new Found(start.loss.value() <= current.loss.value() ? start : current, evaluations);
    }

    private static boolean tooHigh(Place place, Place start) {
        return start.loss.plus(place.at.times(C1).times(start.slope)).less(place.loss);
    }

    private static boolean flatEnough(Place place, Place start) {
        return !start.slope.times(-C2).less(place.slope.size());
    }

    /// The bracket holds a good place: narrows it until one is found.
    private Found zoom(Place start, Place one, Place other, long most) {
        var bracket = new Place[] { one, other };
        var low = one.loss.value() <= other.loss.value() ? 0 : 1;
        var stuck = false;
        for (var i = 0L; i < most; i++) {
            if (bracket[1].at.minus(bracket[0].at).size().value() * directionSize < LEAST_BRACKET) break;
            var min = bracket[0].at.less(bracket[1].at) ? bracket[0].at : bracket[1].at;
            var max = bracket[0].at.less(bracket[1].at) ? bracket[1].at : bracket[0].at;
            var t = interpolate(bracket[0], bracket[1], min, max);
            // Too near to an end of the bracket says little: twice in a row, or beyond it, a tenth inside is taken.
            var margin = max.minus(min).times(0.1);
            var toEnd = max.minus(t);
            var fromBegin = t.minus(min);
            var near = (fromBegin.less(toEnd) ? fromBegin : toEnd).less(margin);
            if (near && (stuck || !t.less(max) || !min.less(t))) {
                t = toEnd.size().less(fromBegin.size()) ? max.minus(margin) : min.plus(margin);
                stuck = false;
            } else {
                stuck = near;
            }
            var place = evaluate(t);
            var high = 1 - low;
            if (tooHigh(place, start) || !place.loss.less(bracket[low].loss)) {
                bracket[high] = place;
                low = bracket[0].loss.value() <= bracket[1].loss.value() ? 0 : 1;
                continue;
            }
            var isDone = flatEnough(place, start);
            if (!isDone && place.slope.value() * bracket[high].at.minus(bracket[low].at).value() >= 0) {
                bracket[high] = bracket[low];
            }
            bracket[low] = place;
            if (isDone) break;
        }
        return new Found(bracket[low], evaluations);
    }

    /// The least value, between bounds, of the cubic that has both losses and slopes.
    private static Real interpolate(Place one, Place other, Real least, Real most) {
        var x1 = one.at;
        var x2 = other.at;
        var d1 = one.slope.plus(other.slope).minus(one.loss.minus(other.loss).times(3).over(x1.minus(x2)));
        var square = d1.times(d1).minus(one.slope.times(other.slope));
        if (!(square.value() >= 0)) return least.plus(most).over(Real.of(2.0));
        var d2 = square.root();
        var x = x2.less(x1)
                ? x1.minus(x1.minus(x2).times(part(other, one, d1, d2)))
                : x2.minus(x2.minus(x1).times(part(one, other, d1, d2)));
        var above = x.less(least) ? least : x;
        return most.less(above) ? most : above;
    }

    private static Real part(Place one, Place other, Real d1, Real d2) {
        return other.slope.plus(d2).minus(d1).over(other.slope.minus(one.slope).plus(d2.times(2)));
    }
}
