package sconce.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sconce.Parameter;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.Conv2d;
import sconce.nn.F;
import sconce.nn.Flatten;
import sconce.nn.LSTM;
import sconce.nn.Linear;
import sconce.nn.MaxPool2d;
import sconce.nn.ReLU;
import sconce.nn.Sequential;
import sconce.nn.TransformerEncoderLayer;
import sconce.optim.Adam;
import sconce.optim.Optimizer;
import sconce.optim.SGD;

/// Steps of training, and the products they are made of.
final class TrainingWorkloads {
    private TrainingWorkloads() {}

    static List<Workload> all() {
        return List.of(new Workload("mlp_forward", 100, 3000, TrainingWorkloads::mlpForward),
                new Workload("mlp_step", 100, 2000, TrainingWorkloads::mlpStep),
                new Workload("cnn_step", 5, 100, TrainingWorkloads::cnnStep),
                new Workload("lstm_forward", 5, 200, TrainingWorkloads::lstmForward),
                new Workload("lstm_step", 3, 100, TrainingWorkloads::lstmStep),
                new Workload("encoder_layer_step", 10, 500, TrainingWorkloads::encoderStep),
                new Workload("adam_100_params", 20, 1000, TrainingWorkloads::adam),
                new Workload("matmul_768", 5, 50, TrainingWorkloads::matmul));
    }

    static Sequential mlp() { return new Sequential(new Linear(784, 128), new ReLU(), new Linear(128, 10)); }

    private static Workload.Built mlpForward() {
        var model = mlp();
        var x = Torch.rand(64, 784);
        return new Workload.Built(() -> model.call(x), () -> model.call(x).sum().item());
    }

    private static Workload.Built mlpStep() {
        var model = mlp();
        var x = Torch.rand(64, 784);
        var y = Torch.randint(10, Torch.size(64));
        return trained(new SGD(model.parameters(), 0.01), () -> F.crossEntropy(model.call(x), y));
    }

    private static Workload.Built cnnStep() {
        var model = new Sequential(new Conv2d(1, 16, 3, o -> o.padding(1)), new ReLU(), new MaxPool2d(2),
                new Conv2d(16, 32, 3, o -> o.padding(1)), new ReLU(), new MaxPool2d(2), new Flatten(),
                new Linear(32 * 7 * 7, 10));
        var x = Torch.rand(64, 1, 28, 28);
        var y = Torch.randint(10, Torch.size(64));
        return trained(new SGD(model.parameters(), 0.01), () -> F.crossEntropy(model.call(x), y));
    }

    private static LSTM lstm() { return new LSTM(64, 128, o -> o.numLayers(2).batchFirst(true)); }

    private static Workload.Built lstmForward() {
        var model = lstm();
        var x = Torch.rand(32, 20, 64);
        return new Workload.Built(() -> model.call(x), () -> model.call(x).output().sum().item());
    }

    private static Workload.Built lstmStep() {
        var model = lstm();
        var x = Torch.rand(32, 20, 64);
        return trained(new SGD(model.parameters(), 0.01), () -> model.call(x).output().pow(2).mean());
    }

    private static Workload.Built encoderStep() {
        var model = new TransformerEncoderLayer(64, 4, o -> o.dimFeedforward(256).dropout(0.0).batchFirst(true));
        var x = Torch.rand(32, 16, 64);
        return trained(new SGD(model.parameters(), 0.01), () -> model.call(x).sub(x).pow(2).mean());
    }

    private static Workload.Built trained(Optimizer optimizer, Supplier<Tensor> forward) {
        return new Workload.Built(() -> step(optimizer, forward), () -> {
            var loss = step(optimizer, forward);
            for (var i = 1; i < 10; i++) loss = step(optimizer, forward);
            return loss.item();
        });
    }

    private static Tensor step(Optimizer optimizer, Supplier<Tensor> forward) {
        optimizer.zeroGrad();
        var loss = forward.get();
        loss.backward();
        optimizer.step();
        return loss;
    }

    private static Workload.Built adam() {
        var parameters = new ArrayList<Parameter>();
        for (var i = 0; i < 100; i++) parameters.add(new Parameter(Torch.rand(32, 32)));
        for (var parameter : parameters) parameter.setGrad(Torch.ones(32, 32));
        var optimizer = new Adam(parameters, o -> o.lr(1e-3));
        return new Workload.Built(() -> {
            optimizer.step();
            return null;
        }, () -> {
            for (var i = 0; i < 10; i++) optimizer.step();
            return parameters.stream().mapToDouble(p -> p.detach().toDouble().sum().doubleValue()).sum();
        });
    }

    private static Workload.Built matmul() {
        var a = Torch.rand(768, 768);
        var b = Torch.rand(768, 768);
        return new Workload.Built(() -> Torch.matmul(a, b), () -> Torch.matmul(a, b).toDouble().mean().item());
    }
}
