package sconce.scenarios;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;
import sconce.optim.Adam;
import sconce.optim.AdamW;
import sconce.optim.Optimizer;
import sconce.optim.SGD;

/// Scenarios that train a small model to the end.
final class LearningScenarios extends Scenarios {
    private static void step(Optimizer optimizer, Tensor loss) {
        optimizer.zeroGrad();
        loss.backward();
        optimizer.step();
    }

    void scenario120() {
        var x = Torch.linspace(-1, 1, 21).unsqueeze(1);
        var y = x.mul(3).add(0.5);
        var model = new Linear(1, 1);
        Init.zeros_(model.weight);
        Init.zeros_(model.bias);
        var lossFn = new MSELoss();
        var optimizer = new SGD(model.parameters(), 0.3);
        for (var step = 0; step < 61; step++) {
            var loss = lossFn.call(model.call(x), y);
            step(optimizer, loss);
            if (step % 10 == 0) print("step %2d  loss %.4f".formatted(step, loss.doubleValue()));
        }
        print("weight %.3f  bias %.3f".formatted(model.weight.doubleValue(), model.bias.doubleValue()));
        print("at 2: %.3f".formatted(model.call(Torch.tensor("[[2.]]")).doubleValue()));
    }

    void scenario122() {
        var x = Torch.tensor("[[0., 0.], [0., 1.], [1., 0.], [1., 1.]]");
        var y = Torch.tensor("[[0.], [1.], [1.], [0.]]");
        class Xor extends Module {
            final Linear hidden = new Linear(2, 3);
            final Linear out = new Linear(3, 1);

            Tensor forward(Tensor x) { return Torch.sigmoid(out.call(Torch.tanh(hidden.call(x)))); }
        }
        var model = new Xor();
        Torch.noGrad(() -> {
            model.hidden.weight.copy_(Torch.tensor("[[1., -1.], [-1., 1.], [0.5, 0.5]]"));
            model.hidden.bias.copy_(Torch.tensor(-0.5, -0.5, 0.1));
            model.out.weight.copy_(Torch.tensor("[[0.8, 0.9, -0.3]]"));
            model.out.bias.zero_();
        });
        print(model);
        var lossFn = new BCELoss();
        var optimizer = new SGD(model.parameters(), 1.0);
        for (var step = 0; step < 401; step++) {
            var loss = lossFn.call(model.call(x), y);
            step(optimizer, loss);
            if (List.of(0, 10, 100, 200, 400).contains(step)) {
                print("step %3d  loss %.3f".formatted(step, loss.doubleValue()));
            }
        }
        print(model.call(x).gt(0.5).toInt().flatten().tolist());
    }

    private static Tensor image(int kind, int shift) {
        var image = Torch.zeros(1, 8, 8);
        switch (kind) {
            case 0 -> image.set("0, :, " + shift, 1);
            case 1 -> image.set("0, " + shift + ", :", 1);
            default -> {
                for (var i = 0; i < 8; i++) image.set("0, " + i + ", " + (i + shift) % 8, 1);
            }
        }
        return image;
    }

    void scenario123() {
        var images = new java.util.ArrayList<Tensor>();
        for (var shift = 0; shift < 8; shift++) for (var kind = 0; kind < 3; kind++) images.add(image(kind, shift));
        var x = Torch.stack(images);
        var y = Torch.arange(24).remainder(3);
        class LeNet extends Module {
            final Sequential features = new Sequential(new Conv2d(1, 4, 3, o -> o.padding(1)), new ReLU(),
                    new MaxPool2d(2), new Conv2d(4, 8, 3, o -> o.padding(1)), new ReLU(), new MaxPool2d(2));
            final Sequential classifier = new Sequential(new Flatten(), new Linear(32, 16), new ReLU(),
                    new Linear(16, 3));

            Tensor forward(Tensor x) { return classifier.call(features.call(x)); }
        }
        Torch.manualSeed(0);
        var model = new LeNet();
        print(model);
        print("parameters:", model.parameters().stream().mapToLong(Tensor::numel).sum());
        var lossFn = new CrossEntropyLoss();
        var optimizer = new Adam(model.parameters(), 0.01);
        for (var step = 0; step < 41; step++) {
            var loss = lossFn.call(model.call(x), y);
            step(optimizer, loss);
            if (List.of(0, 5, 10).contains(step)) print("step %2d  loss %.3f".formatted(step, loss.doubleValue()));
        }
        model.eval();
        print("right:", Torch.noGrad(() -> model.call(x).argmax(1).eq(y).sum().longValue()), "of", y.size(0));
    }

    void scenario124() {
        var text = "hello world ";
        var letters = text.chars().distinct().sorted().mapToObj(Character::toString).toList();
        var codes = Torch.tensor(text.chars().mapToObj(c -> letters.indexOf(Character.toString(c))).toList());
        var x = F.oneHot(codes.get(":-1"), letters.size()).toFloat().unsqueeze(1);
        var y = codes.get("1:");
        record Step(Tensor logits, Tensor h) {}
        class CharRNN extends Module {
            final RNN rnn;
            final Linear out;

            CharRNN(int n, int hidden) {
                rnn = new RNN(n, hidden);
                out = new Linear(hidden, n);
            }

            Step forward(Tensor x, @Nullable Tensor h) {
                var result = rnn.call(x, h);
                return new Step(out.call(result.output().squeeze(1)), result.state());
            }
        }
        Torch.manualSeed(0);
        var model = new CharRNN(letters.size(), 16);
        print(model);
        var optimizer = new Adam(model.parameters(), 0.02);
        for (var step = 0; step < 81; step++) {
            var loss = F.crossEntropy(model.invoke(Step.class, x, null).logits(), y);
            step(optimizer, loss);
            if (List.of(0, 10, 20, 40).contains(step)) print("step %2d  loss %.3f".formatted(step, loss.doubleValue()));
        }
        model.eval();
        var word = new StringBuilder("h");
        try (var mode = Torch.noGrad()) {
            Tensor h = null;
            for (var i = 0; i < 11; i++) {
                var letter = letters.indexOf(word.substring(word.length() - 1));
                var next = model.invoke(Step.class,
                        F.oneHot(Torch.tensor("[[" + letter + "]]"), letters.size()).toFloat(), h);
                h = next.h();
                word.append(letters.get((int) next.logits().argmax().longValue()));
            }
        }
        print(repr(word.toString()));
    }

    void scenario125() {
        class Counter extends Module {
            final LSTM lstm = new LSTM(1, 8, o -> o.batchFirst(true));
            final Linear head = new Linear(8, 1);

            Tensor forward(Tensor x) { return head.call(lstm.call(x).output().get(":, -1")).squeeze(1); }
        }
        var bits = new double[32][5];
        for (var n = 0; n < 32; n++) for (var b = 0; b < 5; b++) bits[n][b] = n >> b & 1;
        var x = Torch.tensor(bits).toFloat().unsqueeze(2);
        var y = x.sum(Torch.size(1, 2), false).gt(2.5).toFloat();
        Torch.manualSeed(0);
        var model = new Counter();
        print(model);
        var optimizer = new Adam(model.parameters(), 0.05);
        var lossFn = new BCEWithLogitsLoss();
        for (var step = 0; step < 61; step++) {
            var loss = lossFn.call(model.call(x), y);
            optimizer.zeroGrad();
            loss.backward();
            Clip.clipGradNorm_(model.parameters(), 1.0);
            optimizer.step();
            if (List.of(0, 5, 10, 15).contains(step)) print("step %2d  loss %.3f".formatted(step, loss.doubleValue()));
        }
        print("right:", Torch.noGrad(() -> model.call(x).gt(0).eq(y.gt(0.5)).sum().longValue()), "of", y.size(0));
    }

    void scenario126() {
        class Reverser extends Module {
            final Embedding embed;
            final Parameter position;
            final TransformerEncoderLayer block;
            final Linear head;

            Reverser(int vocab, int length, int d) {
                embed = new Embedding(vocab, d);
                position = new Parameter(Torch.zeros(length, d));
                block = new TransformerEncoderLayer(d, 2,
                        o -> o.dimFeedforward(32).dropout(0.0).batchFirst(true));
                head = new Linear(d, vocab);
                Init.normal_(position, 0, 0.5);
            }

            Tensor forward(Tensor x) { return head.call(block.call(embed.call(x).add(position))); }
        }
        Torch.manualSeed(0);
        var model = new Reverser(5, 4, 16);
        print(model);
        var x = Torch.randint(0, 5, Torch.size(64, 4));
        var y = x.flip(1);
        var optimizer = new AdamW(model.parameters(), 0.01);
        for (var step = 0; step < 81; step++) {
            var loss = F.crossEntropy(model.call(x).reshape(-1, 5), y.reshape(-1));
            step(optimizer, loss);
            if (List.of(0, 5, 10, 20).contains(step)) print("step %2d  loss %.2f".formatted(step, loss.doubleValue()));
        }
        print("right above 95 %:",
                Torch.noGrad(() -> model.call(x).argmax(-1).eq(y).toFloat().mean().doubleValue()) > 0.95);
    }

    void scenario127() {
        record Coded(Tensor out, Tensor mu, Tensor logvar) {}
        class VAE extends Module {
            final Linear encoder = new Linear(8, 6);
            final Linear mu = new Linear(6, 2);
            final Linear logvar = new Linear(6, 2);
            final Sequential decoder = new Sequential(new Linear(2, 6), new ReLU(), new Linear(6, 8));

            Coded forward(Tensor x) {
                var h = Torch.tanh(encoder.call(x));
                var mean = mu.call(h);
                var spread = logvar.call(h);
                var z = mean.add(Torch.randnLike(mean).mul(Torch.exp(spread.mul(0.5))));
                return new Coded(decoder.call(z), mean, spread);
            }
        }
        var x = Torch.eye(8).get(Torch.tensor(0, 1, 4, 5)).repeat(4, 1);
        Torch.manualSeed(0);
        var model = new VAE();
        print(model);
        var optimizer = new SGD(model.parameters(), 0.1);
        for (var step = 0; step < 31; step++) {
            var coded = model.invoke(Coded.class, x);
            var rec = F.binaryCrossEntropyWithLogits(coded.out, x, o -> o.reduction("sum")).div(x.size(0));
            var kl = coded.logvar.add(1).sub(coded.mu.square()).sub(coded.logvar.exp()).mul(-0.5).sum()
                    .div(x.size(0));
            step(optimizer, rec.add(kl));
            if (step % 10 == 0) {
                print("step %2d  reconstruction %.3f  kl %.3f".formatted(step, rec.doubleValue(), kl.doubleValue()));
            }
        }
        print(sizes(model.decoder.call(Torch.zeros(3, 2))));
    }

    void scenario134() {
        var a = Torch.tensor("[[0.2, 1.5], [3.0, -1.0]]");
        var b = Torch.tensor("[[0.0, 1.0], [1.0, -1.0]]");
        for (var loss : List.<Module>of(new MSELoss(), new MSELoss(o -> o.reduction("sum")),
                new MSELoss(o -> o.reduction("none")), new L1Loss(), new SmoothL1Loss(),
                new HuberLoss(o -> o.delta(0.5)),
                new SoftMarginLoss(), new PoissonNLLLoss())) {
            print(loss, loss.call(a, b));
        }
        var target = Torch.tensor(1, 0);
        for (var loss : List.<Module>of(new CrossEntropyLoss(),
                new CrossEntropyLoss(o -> o.weight(Torch.tensor(1., 3.))),
                new CrossEntropyLoss(o -> o.labelSmoothing(0.1)), new CrossEntropyLoss(o -> o.reduction("none")),
                new MultiMarginLoss())) {
            print(loss, loss.call(a, target));
        }
        print(new CrossEntropyLoss().call(a, Torch.tensor(1, -100)),
                new CrossEntropyLoss().call(a, Torch.tensor("[[0.5, 0.5], [1., 0.]]")));
        print(new NLLLoss().call(Torch.logSoftmax(a, 1), target));
        var p = Torch.sigmoid(a);
        print(new BCELoss().call(p, b.clamp(0, 1)), new BCEWithLogitsLoss().call(a, b.clamp(0, 1)));
        print(new KLDivLoss(o -> o.reduction("batchmean")).call(Torch.logSoftmax(a, 1), Torch.softmax(b, 1)));
        print(new TripletMarginLoss().call(a, b, b.neg()), new CosineEmbeddingLoss().call(a, b, Torch.tensor(1, -1)));
        for (var action : List.<Step>of(() -> new CrossEntropyLoss().call(a, Torch.tensor(1, 2)),
                () -> new CrossEntropyLoss().call(a, Torch.tensor(1., 0., 1.)), () -> new BCELoss().call(a, b),
                () -> new MSELoss(o -> o.reduction("average")).call(a, b))) {
            print(failure(action).lines().findFirst().orElseThrow());
        }
    }
}
