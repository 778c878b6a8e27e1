package sconce.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.golden.Calls;
import sconce.nn.*;
import sconce.nn.Module;
import sconce.optim.*;
import sconce.show.PythonFormat;

/// Scenarios of optimizers and schedulers.
final class OptimizerScenarios extends Scenarios {
    void scenario131() {
        steps("SGD", Map.of());
        steps("SGD", Map.of("momentum", 0.9));
        var nesterov = new LinkedHashMap<String, @Nullable Object>();
        nesterov.put("momentum", 0.9);
        nesterov.put("nesterov", true);
        steps("SGD", nesterov);
        var growing = new LinkedHashMap<String, @Nullable Object>();
        growing.put("weight_decay", 0.5);
        growing.put("maximize", true);
        steps("SGD", growing);
        steps("Adam", Map.of());
        var amsgrad = new LinkedHashMap<String, @Nullable Object>();
        amsgrad.put("amsgrad", true);
        amsgrad.put("weight_decay", 0.1);
        steps("Adam", amsgrad);
        steps("AdamW", Map.of());
        steps("RMSprop", Map.of("alpha", 0.9));
        var centered = new LinkedHashMap<String, @Nullable Object>();
        centered.put("momentum", 0.5);
        centered.put("centered", true);
        steps("RMSprop", centered);
        for (var name : List.of("Adagrad", "Adadelta", "Adamax", "NAdam", "RAdam", "ASGD", "Rprop")) {
            steps(name, Map.of());
        }
        var w = Torch.tensor(1., -1.5).requiresGrad_();
        var optimizer = new LBFGS(List.of(w), 0.1);
        var first = optimizer.step(() -> {
            optimizer.zeroGrad();
            var loss = w.square().sum();
            loss.backward();
            return loss;
        });
        print("LBFGS starts from %.4f and comes to %.3f".formatted(first.doubleValue(),
                w.square().sum().doubleValue()));
    }

    private void steps(String name, Map<String, @Nullable Object> options) {
        var w = Torch.tensor(1., -1.5).requiresGrad_();
        var keywords = new LinkedHashMap<String, @Nullable Object>(options);
        keywords.put("lr", 0.1);
        var optimizer = (Optimizer) Calls.call("torch.optim." + name, List.of(List.of(w)), keywords);
        for (var i = 0; i < 3; i++) {
            optimizer.zeroGrad();
            w.square().sum().backward();
            optimizer.step();
        }
        print("%-9s %-45s %.4f %.4f".formatted(name, repr(options), w.get(0).doubleValue(), w.get(1).doubleValue()));
    }

    void scenario132() {
        var net = new Sequential(new Linear(1, 1, o -> o.bias(false)), new Linear(1, 1, o -> o.bias(false)));
        var first = net.get(0, Linear.class);
        var second = net.get(1, Linear.class);
        Torch.noGrad(() -> net.parameters().forEach(p -> p.fill_(1)));
        var optimizer = new SGD(o -> o.lr(0.1).momentum(0.9), new ParamGroup(first), new ParamGroup(second).lr(0.01));
        print(optimizer);
        print(optimizer.paramGroups().stream().map(ParamGroup::lr).toList());
        net.call(Torch.tensor("[[1.]]")).sum().backward();
        optimizer.step();
        print("%.4f %.4f".formatted(first.weight.doubleValue(), second.weight.doubleValue()));
        var state = optimizer.stateDict();
        var groups = (List<?>) state.get("param_groups");
        print(state.keySet(), ((Map<?, ?>) state.get("state")).keySet(),
                groups.stream().map(group -> ((Map<?, ?>) group).get("params")).toList());
        print(((Map<?, ?>) state.get("state")).get(0));
        var fresh = new SGD(o -> o.lr(0.5), new ParamGroup(first), new ParamGroup(second));
        fresh.loadStateDict(state);
        print(fresh.paramGroups().stream().map(ParamGroup::lr).toList(),
                fresh.paramGroups().stream().map(group -> group.number("momentum")).toList());
        optimizer.addParamGroup(new ParamGroup(List.of(new Parameter(Torch.ones(1)))).lr(1.0));
        print(optimizer.paramGroups().size());
        print(failure(() -> optimizer.addParamGroup(new ParamGroup(first))));
        print(failure(() -> new SGD(net.parameters(), -1.)));
        print(failure(() -> new Adam(net.parameters(), o -> o.betas(1.5, 0.9))));
        print(failure(() -> new SGD(List.of(Torch.ones(1).requiresGrad_().mul(2)), 0.1)));
        print(failure(() -> new SGD(net.parameters(), 0.1).loadStateDict(state)));
    }

    void scenario133() {
        rates("StepLR           ", o -> new StepLR(o, 3, 0.1));
        rates("MultiStepLR      ", o -> new MultiStepLR(o, List.of(2, 5), 0.5));
        rates("ExponentialLR    ", o -> new ExponentialLR(o, 0.9));
        rates("CosineAnnealingLR", o -> new CosineAnnealingLR(o, 4));
        rates("LinearLR         ", o -> new LinearLR(o, 0.25, 1, 3));
        rates("ConstantLR       ", o -> new ConstantLR(o, 0.5, 2));
        rates("PolynomialLR     ", o -> new PolynomialLR(o, 4, 2));
        rates("LambdaLR         ", o -> new LambdaLR(o, e -> 1 / (e + 1)));
        rates("CyclicLR         ", o -> new CyclicLR(o, 0.1, 1.0, c -> c.stepSizeUp(2).cycleMomentum(false)));
        rates("OneCycleLR       ", o -> new OneCycleLR(o, 1.0, c -> c.totalSteps(10).cycleMomentum(false)));
        rates("WarmRestarts     ", o -> new CosineAnnealingWarmRestarts(o, 3));
        rates("SequentialLR     ",
                o -> new SequentialLR(o, List.of(new ConstantLR(o, 0.1, 2), new ExponentialLR(o, 0.5)), 3));
        var optimizer = new SGD(List.of(Torch.zeros(1).requiresGrad_()), 1.0);
        var plateau = new ReduceLROnPlateau(optimizer, o -> o.factor(0.1).patience(1));
        for (var loss : List.of(1., 0.5, 0.5, 0.5, 0.5, 0.4, 0.4, 0.4)) {
            plateau.step(loss);
            print("loss %s rate %.4f".formatted(PythonFormat.of(loss), optimizer.paramGroups().getFirst().lr()));
        }
        print(new StepLR(optimizer, 3).stateDict().get("step_size"), plateau.getLastLr());
    }

    private void rates(String name, Function<Optimizer, LRScheduler> make) {
        var optimizer = new SGD(List.of(Torch.zeros(1).requiresGrad_()), 1.0);
        var scheduler = make.apply(optimizer);
        var seen = new ArrayList<String>();
        for (var i = 0; i < 8; i++) {
            seen.add("%.4f".formatted(optimizer.paramGroups().getFirst().lr()));
            optimizer.step();
            scheduler.step();
        }
        print(name, String.join(" ", seen));
    }

    void scenario128() {
        Torch.manualSeed(0);
        var generator = new Sequential(new Linear(2, 8), new ReLU(), new Linear(8, 2));
        var discriminator = new Sequential(new Linear(2, 8), new LeakyReLU(0.2), new Linear(8, 1));
        var gOptimizer = new SGD(generator.parameters(), 0.1);
        var dOptimizer = new SGD(discriminator.parameters(), 0.1);
        var lossFn = new BCEWithLogitsLoss();
        var real = Torch.tensor("[[2., 2.], [2., 3.], [3., 2.], [3., 3.]]");
        var ones = Torch.ones(4, 1);
        var zeros = Torch.zeros(4, 1);
        for (var step = 0; step < 3; step++) {
            var now = step;
            var fake = generator.call(Torch.randn(4, 2));
            var dLoss = lossFn.call(discriminator.call(real), ones)
                    .add(lossFn.call(discriminator.call(fake.detach()), zeros));
            dOptimizer.zeroGrad();
            dLoss.backward();
            print("generator untouched:",
                    generator.parameters().stream().allMatch(p -> p.grad() == null || now > 0));
            dOptimizer.step();
            var gLoss = lossFn.call(discriminator.call(fake), ones);
            gOptimizer.zeroGrad();
            gLoss.backward();
            gOptimizer.step();
            print("step %d  discriminator %.4f  generator %.4f".formatted(step, dLoss.doubleValue(),
                    gLoss.doubleValue()));
        }
        print(generator);
    }

    void scenario130() {
        var x = Torch.linspace(-1, 1, 16).unsqueeze(1);
        var y = x.square();
        var trainX = x.get("::2");
        var trainY = y.get("::2");
        var valX = x.get("1::2");
        var valY = y.get("1::2");
        var model = new Sequential(new Linear(1, 4), new Tanh(), new Linear(4, 1));
        var first = model.get(0, Linear.class);
        var last = model.get(2, Linear.class);
        Torch.noGrad(() -> {
            first.weight.copy_(Torch.tensor("[[1.], [-1.], [0.5], [2.]]"));
            first.bias.copy_(Torch.tensor(0.5, 0.5, -0.5, 0.));
            last.weight.copy_(Torch.tensor("[[0.1, 0.1, 0.1, 0.1]]"));
            last.bias.zero_();
        });
        var optimizer = new SGD(model.parameters(), o -> o.lr(0.9).momentum(0.8));
        var best = Double.POSITIVE_INFINITY;
        Map<String, Tensor> bestState = Map.of();
        var waited = 0;
        for (var epoch = 0; epoch < 40; epoch++) {
            model.train();
            var loss = F.mseLoss(model.call(trainX), trainY);
            optimizer.zeroGrad();
            loss.backward();
            optimizer.step();
            model.eval();
            var val = Torch.noGrad(() -> F.mseLoss(model.call(valX), valY).doubleValue());
            if (val < best) {
                best = val;
                bestState = model.stateDict().keySet().stream().collect(Collectors.toMap(name -> name,
                        name -> model.stateDict().tensor(name).clone()));
                waited = 0;
            } else {
                waited++;
            }
            if (epoch < 6) {
                print("epoch %d  train %.3f  validation %.3f  waited %d".formatted(epoch, loss.doubleValue(), val,
                        waited));
            }
            if (waited == 3) {
                print("stopped after epoch", epoch);
                break;
            }
        }
        model.loadStateDict(bestState);
        print("best again: %.3f".formatted(
                Torch.noGrad(() -> F.mseLoss(model.call(valX), valY).doubleValue())));
    }

    void scenario129() {
        var sentences = List.of("good film", "great good fun", "fun film great", "great", "bad film", "dull bad plot",
                "plot dull film", "bad");
        var vocab = new LinkedHashMap<String, Integer>();
        for (var text : sentences) for (var word : text.split(" ")) vocab.putIfAbsent(word, vocab.size());
        print(vocab);
        var codes = new ArrayList<Integer>();
        var starts = new ArrayList<Integer>();
        for (var text : sentences) {
            starts.add(codes.size());
            for (var word : text.split(" ")) codes.add(vocab.get(word));
        }
        var words = Torch.tensor(codes);
        var offsets = Torch.tensor(starts);
        var labels = Torch.tensor(IntStream.range(0, 8).mapToObj(i -> i < 4 ? 1 : 0).toList());
        class TextClassifier extends Module {
            final EmbeddingBag bag = new EmbeddingBag(vocab.size(), 4, o -> o.mode("mean"));
            final Linear fc = new Linear(4, 2);

            Tensor forward(Tensor words, Tensor offsets) { return fc.call(bag.call(words, offsets)); }
        }
        Torch.manualSeed(0);
        var model = new TextClassifier();
        print(model);
        var optimizer = new SGD(model.parameters(), 0.5);
        for (var step = 0; step < 101; step++) {
            var loss = F.crossEntropy(model.call(words, offsets), labels);
            optimizer.zeroGrad();
            loss.backward();
            optimizer.step();
            if (List.of(0, 10, 25, 50, 100).contains(step)) {
                print("step %3d  loss %.3f".formatted(step, loss.doubleValue()));
            }
        }
        print(model.call(words, offsets).argmax(1).tolist());
    }
}
