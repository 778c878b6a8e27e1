package sconce.scenarios;

import java.util.List;
import sconce.Autograd;
import sconce.CustomFunction;
import sconce.Tensor;
import sconce.Torch;
import sconce.nn.*;
import sconce.nn.Module;

/// Scenarios 104, 106, 107, 108 and 110: hooks of tensors, whole matrices of derivatives, functions with a backward of
/// their own.
final class FunctionScenarios extends Scenarios {
    void scenario104() {
        var x = Torch.tensor(1., 2.).requiresGrad_();
        var y = x.mul(3);
        var h1 = y.registerHook(g -> print("grad of y:", g));
        var h2 = y.registerHookReturning(g -> g.mul(10));
        var h3 = y.registerHook(g -> print("later hook sees:", g));
        y.sum().backward();
        print(x.grad());
        h2.remove();
        h3.remove();
        x.setGrad(null);
        x.registerHookReturning(g -> g.clamp(null, 2));
        x.registerPostAccumulateGradHook(p -> print("accumulated:", p.grad()));
        x.mul(3).sum().backward();
        print(failure(() -> Torch.ones(1).registerHookReturning(g -> g)));
        h1.remove();
    }

    void scenario106() {
        var x = Torch.tensor(1., 2., 3.);
        print(Autograd.jacobian(t -> Torch.stack(t.sum(), t.pow(2).sum()), x));
        print(Autograd.jacobian(t -> t.mul(t), x));
        var both = Autograd.jacobian(in -> in.get(0).mul(in.get(1)), List.of(x, x));
        print(tuple(both.get(0), both.get(1)));
        print(Autograd.hessian(t -> t.pow(3).sum(), x));
        print(Autograd.hessian(t -> t.get(0).mul(t.get(1)), x));
        print(Autograd.vjp(t -> t.mul(t), x, Torch.ones(3)));
        print(Autograd.jvp(t -> t.mul(t), x, Torch.tensor(1., 0., 0.)));
        print(Autograd.hvp(t -> t.pow(3).sum(), x, Torch.tensor(1., 1., 0.)));
        print(Func.grad(t -> t.pow(2).sum()).apply(x));
        print(Func.vmap(t -> t.sum()).apply(Torch.ones(2, 3)));
    }

    private final class ScaledExp extends CustomFunction {
        @Override
        protected Tensor forward(Context ctx, Object... in) {
            var y = ((Tensor) in[0]).exp().mul((Number) in[1]);
            ctx.saveForBackward(y);
            ctx.set("factor", in[1]);
            return y;
        }

        @Override
        protected Tensor[] backward(Context ctx, Tensor... gradOutput) {
            var y = ctx.savedTensors().get(0);
            print("backward, needs:", tuple(ctx.needsInputGrad().toArray()));
            return new Tensor[] { gradOutput[0].mul(y), null };
        }
    }

    private static final class StraightThrough extends CustomFunction {
        @Override
        protected Tensor forward(Context ctx, Object... in) { return ((Tensor) in[0]).gt(0).toFloat(); }

        @Override
        protected Tensor backward(Context ctx, Tensor... gradOutput) { return gradOutput[0]; }
    }

    void scenario107() {
        var x = Torch.tensor(0., 1.).requiresGrad_();
        var y = new ScaledExp().apply(x, 2);
        print(y.detach(), y.requiresGrad());
        y.sum().backward();
        print(x.grad());
        var z = Torch.tensor(-1., 2.).requiresGrad_();
        var out = new StraightThrough().apply(z);
        print(out.detach(), out.requiresGrad());
        out.mul(Torch.tensor(5., 7.)).sum().backward();
        print(z.grad());
    }

    private final class Loud extends Module {
        final Linear linear = new Linear(2, 2);

        Tensor forward(Tensor x) {
            print("forward");
            return Torch.tanh(linear.call(x));
        }
    }

    void scenario108() {
        Torch.manualSeed(0);
        var net = new Loud();
        var x = Torch.ones(1, 2).requiresGrad_();
        net.call(x).sum().backward();
        var plain = net.linear.weight.grad().clone();
        net.zeroGrad();
        print("with checkpoint");
        var y = Checkpoint.checkpoint(net, x);
        print("now backward");
        y.sum().backward();
        print("same gradient:", Torch.equal(plain, net.linear.weight.grad()));
        var drop = new Dropout(0.5);
        Torch.manualSeed(1);
        var u = Torch.ones(6).requiresGrad_();
        var v = Checkpoint.checkpoint(drop, u);
        v.sum().backward();
        print("same mask in both passes:", Torch.equal(u.grad(), v.detach()));
        var seq = new Sequential(new Loud(), new Loud());
        Checkpoint.checkpointSequential(seq, 2, x).sum().backward();
    }

    private static final class Wrong extends CustomFunction {
        @Override
        protected Tensor forward(Context ctx, Object... in) { return ((Tensor) in[0]).mul(2); }

        @Override
        protected Tensor backward(Context ctx, Tensor... gradOutput) { return gradOutput[0].mul(3); }
    }

    void scenario110() {
        var x = Torch.tensor(0.5, -1.2, 2.0).toDouble().requiresGrad_();
        print(Autograd.gradcheck(Torch::sigmoid, x), Autograd.gradgradcheck(Torch::sigmoid, x));
        Torch.manualSeed(0);
        var net = new Linear(3, 2);
        net.toDouble();
        print(Autograd.gradcheck(net::call, x));
        print(Autograd.gradcheck(w -> F.linear(x, w), net.weight));
        print(Autograd.gradcheck(t -> new Wrong().apply(t), x, o -> o.raiseException(false)));
    }
}
