package sconce.golden;

import java.util.Map;
import java.util.function.Supplier;
import sconce.Tensor;
import sconce.nn.AdaptiveAvgPool2d;
import sconce.nn.AvgPool2d;
import sconce.nn.BatchNorm2d;
import sconce.nn.Bilinear;
import sconce.nn.Conv2d;
import sconce.nn.ConvTranspose2d;
import sconce.nn.Dropout;
import sconce.nn.Embedding;
import sconce.nn.Flatten;
import sconce.nn.GRU;
import sconce.nn.GroupNorm;
import sconce.nn.Identity;
import sconce.nn.LSTM;
import sconce.nn.Linear;
import sconce.nn.Module;
import sconce.nn.MultiheadAttention;
import sconce.nn.ReLU;
import sconce.nn.Sequential;
import sconce.nn.Sigmoid;
import sconce.nn.TransformerEncoder;
import sconce.nn.TransformerEncoderLayer;

/// The models of `generate/summary.py`, by name.
final class SummaryModels {
    static final Map<String, Supplier<Module>> MODELS = Map.ofEntries(
            Map.entry("mlp", () -> new Sequential(new Flatten(), new Linear(784, 128), new ReLU(), new Dropout(0.2),
                    new Linear(128, 10))),
            Map.entry("lenet", () -> new Sequential(new Conv2d(1, 6, 5, o -> o.padding(2)), new Sigmoid(),
                    new AvgPool2d(2), new Conv2d(6, 16, 5), new Sigmoid(), new AvgPool2d(2), new Flatten(),
                    new Linear(400, 120), new Sigmoid(), new Linear(120, 84), new Sigmoid(), new Linear(84, 10))),
            Map.entry("resnet", ResNet::new), Map.entry("char_lstm", CharModel::new),
            Map.entry("gru_bidirectional", () -> new GRU(8, 16, o -> o.numLayers(2).bidirectional(true))),
            Map.entry("encoder", () -> new TransformerEncoder(
                    new TransformerEncoderLayer(32, 4, o -> o.dimFeedforward(64).batchFirst(true)), 3)),
            Map.entry("attention", () -> new MultiheadAttention(16, 4, o -> o.batchFirst(true))),
            Map.entry("tied", Tied::new), Map.entry("two_inputs", TwoInputs::new),
            Map.entry("frozen", SummaryModels::frozen),
            Map.entry("conv_groups", () -> new Sequential(new Conv2d(8, 16, 3, o -> o.groups(4)), new GroupNorm(4, 16),
                    new ConvTranspose2d(16, 8, 2, 2))));

    private SummaryModels() {}

    private static Module frozen() {
        var model = new Sequential(new Linear(10, 20), new ReLU(), new Linear(20, 5));
        model.get(0).requiresGrad_(false);
        return model;
    }

    static final class BasicBlock extends Module {
        final Conv2d conv1;
        final BatchNorm2d bn1;
        final ReLU relu;
        final Conv2d conv2;
        final BatchNorm2d bn2;
        final Module shortcut;

        BasicBlock(long cin, long cout, long stride) {
            conv1 = new Conv2d(cin, cout, 3, o -> o.stride(stride).padding(1).bias(false));
            bn1 = new BatchNorm2d(cout);
            relu = new ReLU();
            conv2 = new Conv2d(cout, cout, 3, o -> o.padding(1).bias(false));
            bn2 = new BatchNorm2d(cout);
            shortcut = stride == 1 && cin == cout
                    ? new Identity()
                    : new Sequential(new Conv2d(cin, cout, 1, o -> o.stride(stride).bias(false)),
                            new BatchNorm2d(cout));
        }

        Tensor forward(Tensor x) {
            var y = relu.call(bn1.call(conv1.call(x)));
            return relu.call(bn2.call(conv2.call(y)).add(shortcut.call(x)));
        }
    }

    static final class ResNet extends Module {
        final Sequential stem = new Sequential(new Conv2d(3, 16, 3, o -> o.padding(1).bias(false)),
                new BatchNorm2d(16), new ReLU());
        final Sequential stage1 = new Sequential(new BasicBlock(16, 16, 1), new BasicBlock(16, 16, 1));
        final Sequential stage2 = new Sequential(new BasicBlock(16, 32, 2), new BasicBlock(32, 32, 1));
        final AdaptiveAvgPool2d pool = new AdaptiveAvgPool2d(1);
        final Linear fc = new Linear(32, 10);

        Tensor forward(Tensor x) {
            return fc.call(pool.call(stage2.call(stage1.call(stem.call(x)))).flatten(1));
        }
    }

    static final class CharModel extends Module {
        final Embedding embed = new Embedding(50, 16);
        final LSTM lstm = new LSTM(16, 32, o -> o.numLayers(2).batchFirst(true));
        final Linear head = new Linear(32, 50);

        Tensor forward(Tensor tokens) { return head.call(lstm.call(embed.call(tokens)).output()); }
    }

    static final class Tied extends Module {
        final Embedding embed = new Embedding(20, 8);
        final Linear body = new Linear(8, 8);
        final Linear out = new Linear(8, 20, false);

        Tied() { out.weight = embed.weight; }

        Tensor forward(Tensor tokens) { return out.call(body.call(body.call(embed.call(tokens)))); }
    }

    static final class TwoInputs extends Module {
        final Linear left = new Linear(4, 8), right = new Linear(6, 8);
        final Bilinear join = new Bilinear(8, 8, 2);

        Tensor forward(Tensor a, Tensor b) { return join.call(left.call(a), right.call(b)); }
    }
}
