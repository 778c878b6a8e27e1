package sconce.kernel.jupyter.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Broken messages from good ones.
public final class Mutations {
    private Mutations() {}

    /// `good` with one to four things done to it: a bit turned, a frame cut, lost, doubled, swapped, filled with noise.
    public static List<byte[]> of(List<byte[]> good, Random random) {
        var frames = new ArrayList<>(good);
        for (int times = 1 + random.nextInt(4); times > 0 && !frames.isEmpty(); times--) {
            int at = random.nextInt(frames.size());
            var frame = frames.get(at).clone();
            switch (random.nextInt(7)) {
                case 0 -> {
                    if (frame.length > 0) frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
                    frames.set(at, frame);
                }
                case 1 -> frames.set(at, Arrays.copyOf(frame, random.nextInt(frame.length + 1)));
                case 2 -> frames.remove(at);
                case 3 -> frames.add(at, frame);
                case 4 -> frames.add(frames.remove(random.nextInt(frames.size())));
                case 5 -> {
                    random.nextBytes(frame);
                    frames.set(at, frame);
                }
                default -> frames.add(at, new byte[random.nextInt(64)]);
            }
        }
        return frames;
    }
}
