import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sconce.Torch;
import sconce.libtorch.NativeMemory;
import sconce.nn.CrossEntropyLoss;
import sconce.nn.Linear;
import sconce.nn.ReLU;
import sconce.nn.Sequential;
import sconce.optim.SGD;

/// Trains an MLP (512-1024-10, batches of 64) for as many steps as its argument says, frees nothing, and prints what the
/// process holds on the way. Exit code 1 if it ever held 600 MB or more.
void main(String[] arguments) throws IOException {
    var steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    Torch.manualSeed(0);
    var model = new Sequential(new Linear(512, 1024), new ReLU(), new Linear(1024, 10));
    var loss = new CrossEntropyLoss();
    var optimizer = new SGD(model.parameters(), 0.01);
    var most = 0L;
    var worst = 0L;
    var start = System.nanoTime();
    for (var step = 0; step <= steps; step++) {
        var before = System.nanoTime();
        var x = Torch.rand(64, 512);
        var y = Torch.randint(10, Torch.size(64));
        optimizer.zeroGrad();
        loss.call(model.call(x), y).backward();
        optimizer.step();
        if (step > 500) worst = Math.max(worst, System.nanoTime() - before);
        if (step % 100 != 0) continue;
        var resident = megabytes("VmRSS:");
        most = Math.max(most, resident);
        if (step % Math.max(1000, steps / 10) == 0) {
            System.out.printf("step %6d: resident %4d MB, anonymous %4d MB, tensors %4d MB%n", step, resident,
                    megabytes("RssAnon:"), NativeMemory.bytes() >> 20);
        }
    }
    System.out.printf("most resident %d MB; mean step %.2f ms, worst after 500 steps %.0f ms%n", most,
            (System.nanoTime() - start) / 1e6 / steps, worst / 1e6);
    if (most >= 600) System.exit(1);
}

/// A line of the kernel's account of this process, in megabytes.
static long megabytes(String line) throws IOException {
    for (var entry : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (entry.startsWith(line)) return Long.parseLong(entry.replaceAll("\\D", "")) >> 10;
    }
    return -1;
}
