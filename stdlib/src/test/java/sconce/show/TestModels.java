package sconce.show;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.Buffer;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.Module;

/// Models to show, made of nothing but [Module].
final class TestModels {
    private TestModels() {}

    /// Weight `(out, in)` and bias `(out)`.
    static class Affine extends Module {
        Parameter weight, bias;
        private final long in, out;

        Affine(long in, long out) {
            this.in = in;
            this.out = out;
            weight = new Parameter(Torch.ones(out, in));
            bias = new Parameter(Torch.ones(out));
        }

        @Override
        public String extraRepr() { return "in=" + in + ", out=" + out; }
    }

    static class Plain extends Module {
        private final String extra;

        Plain() { this(""); }

        Plain(String extra) { this.extra = extra; }

        @Override
        public String extraRepr() { return extra; }
    }

    /// Children by number.
    static class Stack extends Module {
        Stack(Module... children) {
            for (var i = 0; i < children.length; i++) addModule(String.valueOf(i), children[i]);
        }
    }

    static class Block extends Module {
        Affine up = new Affine(4, 8);
        Plain act = new Plain();
        Affine down = new Affine(8, 4);
    }

    /// Four blocks that fold, between two layers.
    static class Net extends Module {
        Affine stem = new Affine(2, 4);
        Stack blocks = new Stack(new Block(), new Block(), new Block(), new Block());
        Affine head = new Affine(4, 3);
    }

    /// One layer at two places, and one whose weight is another's.
    static class Tied extends Module {
        Affine first = new Affine(3, 3);
        Affine again = first;
        Affine second = new Affine(3, 3);

        Tied() { second.weight = first.weight; }
    }

    static class Stats extends Module {
        Buffer mean = new Buffer(Torch.zeros(5));
        Buffer scratch = new Buffer(Torch.zeros(7), false);
    }

    /// The document's PythonList: nothing in it is registered.
    static class PythonList extends Module {
        List<Module> add_list = new ArrayList<>(List.of(new Plain(), new Plain()));
        Tensor scale = Torch.ones(2);
    }

    static class Loop extends Module {
        @Nullable
        Module next;
    }
}
