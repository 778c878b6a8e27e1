package sconce.scenarios;

import java.util.List;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;

/// Scenarios 020 to 022, 084 and 086: what layers print, a whole network, lazy layers, layers without numbers.
@SuppressWarnings("unused") // The fields are there to be registered.
final class LayerScenarios extends Scenarios {
    void scenario020() {
        for (var layer : List.of(new Linear(3, 4), new Linear(3, 4, false), new Bilinear(2, 3, 4), new Conv1d(1, 2, 3),
                new Conv2d(1, 20, 5),
                new Conv2d(4, 8, Torch.size(3, 5), o -> o.stride(2).padding(1, 2).dilation(2).groups(2).bias(false)
                        .paddingMode("reflect")),
                new Conv2d(1, 1, 3, o -> o.padding("same")),
                new ConvTranspose2d(4, 2, 3, o -> o.stride(2).outputPadding(1)), new MaxPool2d(2),
                new AvgPool2d(3, o -> o.stride(1).padding(1)), new AdaptiveAvgPool2d(1, null), new BatchNorm2d(3),
                new LayerNorm(Torch.size(4, 5)), new GroupNorm(2, 4, o -> o.affine(false)), new InstanceNorm1d(3),
                new RMSNorm(4), new Dropout(0.3), new Dropout2d(), new Embedding(10, 3, o -> o.paddingIdx(0)),
                new EmbeddingBag(4, 2, o -> o.mode("sum")), new ReLU(true), new LeakyReLU(0.2), new ELU(),
                new GELU("tanh"), new Softmax(-1), new PReLU(), new Hardtanh(-2, 2), new Flatten(),
                new Unflatten(1, Torch.size(2, 3)), new Upsample(o -> o.scaleFactor(2).mode("bilinear")),
                new PixelShuffle(3), new ZeroPad2d(Torch.size(1, 2, 3, 4)),
                new LSTM(3, 5, o -> o.numLayers(2).batchFirst(true).bidirectional(true)),
                new GRU(2, 4, o -> o.dropout(0.1).numLayers(2)), new RNNCell(2, 3, o -> o.nonlinearity("relu")),
                new CrossEntropyLoss(o -> o.labelSmoothing(0.1)), new MSELoss(o -> o.reduction("sum")),
                new CosineSimilarity(2), new MultiheadAttention(8, 2))) {
            print(layer);
        }
    }

    void scenario021() {
        var layer = new TransformerEncoderLayer(8, 2, o -> o.dimFeedforward(16).dropout(0.0).batchFirst(true));
        print(new TransformerEncoder(layer, 3, o -> o.enableNestedTensor(false)));
        print(new TransformerDecoderLayer(8, 2, 16));
    }

    static class LeNet extends Module {
        final Sequential features = new Sequential(new Conv2d(1, 6, 5, o -> o.padding(2)), new Sigmoid(),
                new AvgPool2d(2, 2), new Conv2d(6, 16, 5), new Sigmoid(), new AvgPool2d(2, 2), new Flatten());
        final Sequential classifier = new Sequential(new Linear(16 * 5 * 5, 120), new Sigmoid(), new Linear(120, 84),
                new Sigmoid(), new Linear(84, 10));

        Tensor forward(Tensor x) { return classifier.call(features.call(x)); }
    }

    void scenario022() {
        var net = new LeNet();
        print(net);
        var x = Torch.ones(2, 1, 28, 28);
        for (var part : List.of(net.features, net.classifier)) {
            for (var layer : part) {
                x = layer.call(x);
                print("%-10s".formatted(typeName(layer)), sizes(x));
            }
        }
        net.namedParameters().forEach(
                (name, p) -> print("%-24s %-16s %d".formatted(name, repr(sizes(p)), p.numel())));
        print("total:", net.parameters().stream().mapToLong(Tensor::numel).sum());
    }

    void scenario084() {
        var net = new Sequential(new LazyLinear(3), new LazyBatchNorm1d(), new ReLU(), new LazyLinear(1));
        print(net);
        var first = net.get(0, LazyLinear.class);
        print(typeName(first), first.weight);
        print(first.hasUninitializedParams(), net.stateDict().get("0.weight"));
        var out = net.call(Torch.ones(5, 4));
        print(net);
        print(typeName(first), sizes(first.weight), sizes(out));
        net.namedParameters().forEach((name, p) -> print(name, sizes(p)));
        var conv = new LazyConv2d(4, 3, o -> o.padding(1));
        print(conv);
        print(sizes(conv.call(Torch.ones(1, 2, 5, 5))));
        print(conv);
    }

    void scenario086() {
        Torch.manualSeed(0);
        var expected = Torch.rand(1);
        Torch.manualSeed(0);
        var net = SkipInit.skipInit(() -> new Linear(3, 2));
        print(net, net.weight.requiresGrad(), sizes(net.weight), net.weight.device().type());
        print("random state untouched:", Torch.equal(expected, Torch.rand(1)));
        Torch.manualSeed(0);
        new Linear(3, 2);
        print("an ordinary layer draws numbers:", !Torch.equal(expected, Torch.rand(1)));
        print(SkipInit.skipInit(() -> new Linear(3, 2, o -> o.bias(false).dtype(Torch.float64))).weight.dtype());
        try {
            SkipInit.skipInit(ReLU::new);
        } catch (RuntimeException refused) {
            print("RuntimeError:", refused.getMessage());
        }
    }
}
