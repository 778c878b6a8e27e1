package sconce.scenarios;

import java.util.List;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;

/// Scenarios 088, 089, 097 and 099: gradients clipped, parameters as a vector, packed sequences, fused layers.
final class UtilsScenarios extends Scenarios {
    private final Parameter a = new Parameter(Torch.zeros(2));
    private final Parameter b = new Parameter(Torch.zeros(1));

    private void fill() {
        a.setGrad(Torch.tensor(3., -4.));
        b.setGrad(Torch.tensor(new double[] { 12 }));
    }

    void scenario088() {
        var unused = new Parameter(Torch.zeros(1));
        fill();
        print(Clip.clipGradNorm_(List.of(a, b, unused), 6.5), a.grad(), b.grad());
        print(Clip.clipGradNorm_(List.of(a, b), 100), a.grad());
        fill();
        print(Clip.clipGradNorm_(List.of(a, b), 6, Double.POSITIVE_INFINITY), a.grad(), b.grad());
        fill();
        print(Clip.clipGradNorm_(a, 7, 1), a.grad());
        fill();
        Clip.clipGradValue_(List.of(a, b, unused), 3.5);
        print(a.grad(), b.grad(), unused.grad());
        fill();
        var total = Clip.getTotalNorm(List.of(a.grad(), b.grad()));
        print(total);
        Clip.clipGradsWithNorm_(List.of(a, b), 1.3, total);
        print(a.grad(), b.grad());
        print(Clip.clipGradNorm_(List.of(unused), 1));
        a.setGrad(Torch.tensor(Double.NaN, 1.));
        print(Clip.clipGradNorm_(List.of(a), 1), a.grad());
        print(failure(() -> Clip.clipGradNorm_(List.of(a), 1, 2, true, null)));
    }

    void scenario089() {
        var net = new Sequential(new Linear(2, 1), new Linear(1, 2, o -> o.bias(false)));
        ConvertParameters.vectorToParameters(Torch.arange(5.), net.parameters());
        net.namedParameters().forEach((name, p) -> print(name, p.data()));
        var v = ConvertParameters.parametersToVector(net.parameters());
        print(v);
        ConvertParameters.vectorToParameters(v.mul(10), net.parameters());
        print(net.get(1, Linear.class).weight);
        print(net.call(Torch.tensor("[[1., 1.]]")));
        print(ConvertParameters.parametersToVector(List.of(Torch.ones(2, 2), Torch.tensor(3.))));
    }

    void scenario097() {
        var seqs = List.of(Torch.tensor(1., 2., 3.), Torch.tensor(4., 5.), Torch.tensor(new double[] { 6 }));
        print(Rnn.padSequence(seqs));
        var padded = Rnn.padSequence(seqs, true, -1);
        print(padded);
        print(Rnn.padSequence(seqs, true, 0, "left"));
        var packed = Rnn.packPaddedSequence(padded, Torch.tensor(3, 2, 1), true);
        print(packed);
        print(packed.data(), packed.batchSizes(), packed.sortedIndices());
        var back = Rnn.padPackedSequence(packed, true);
        print(back.output(), back.lengths());
        var wider = Rnn.padPackedSequence(packed, true, 9, 4L);
        print(wider.output(), wider.lengths());
        var mixed = Rnn.packSequence(List.of(seqs.get(2), seqs.get(0), seqs.get(1)), false);
        print(mixed.data(), mixed.sortedIndices(), mixed.unsortedIndices());
        print(Rnn.unpackSequence(mixed));
        print(Rnn.unpadSequence(padded, Torch.tensor(3, 2, 1), true));
        var rnn = new RNN(1, 1, o -> o.nonlinearity("relu"));
        rnn.parameters().forEach(Init::ones_);
        var out = rnn.call(Rnn.packPaddedSequence(padded.unsqueeze(-1), new long[] { 3, 2, 1 }, true));
        print(out.output().data().detach().flatten(), out.state().detach().flatten());
        for (var lengths : List.of(Torch.tensor(1, 2, 3), Torch.tensor(3, 2, 0))) {
            print(failure(() -> Rnn.packPaddedSequence(padded, lengths, true)).lines().findFirst().orElseThrow());
        }
    }

    void scenario099() {
        Torch.manualSeed(0);
        var conv = new Conv2d(1, 2, 3, o -> o.bias(false));
        var bn = new BatchNorm2d(2);
        var x = Torch.arange(32.).reshape(2, 1, 4, 4).div(32);
        bn.call(conv.call(x));
        print(failure(() -> Fusion.fuseConvBnEval(conv, bn)));
        conv.eval();
        bn.eval();
        var fused = Fusion.fuseConvBnEval(conv, bn);
        print(fused);
        print("same:", Torch.allclose(fused.call(x), bn.call(conv.call(x)), 1e-5, 1e-5, false), fused.bias != null,
                conv.bias == null);
        var lin = new Linear(2, 3);
        var bn1 = new BatchNorm1d(3);
        lin.eval();
        bn1.eval();
        var both = Fusion.fuseLinearBnEval(lin, bn1);
        Tensor ones = Torch.ones(1, 2);
        print(both, Torch.allclose(both.call(ones), bn1.call(lin.call(ones)), 1e-5, 1e-5, false));
    }
}
