package sconce.kernel.jupyter.debug;

import java.nio.charset.StandardCharsets;

/// The hash by which JupyterLab names a cell's file: MurmurHash2 (Austin Appleby), 32 bits.
final class Murmur2 {
    private static final int M = 0x5bd1e995;

    private Murmur2() {}

    static long hash(String text, int seed) {
        var data = text.getBytes(StandardCharsets.UTF_8);
        int h = seed ^ data.length;
        int i = 0;
        for (; data.length - i >= 4; i += 4) {
            int k = (data[i] & 0xff) | (data[i + 1] & 0xff) << 8 | (data[i + 2] & 0xff) << 16 | data[i + 3] << 24;
            k *= M;
            k ^= k >>> 24;
            h = (h * M) ^ (k * M);
        }
        int rest = data.length - i;
        if (rest >= 3) h ^= (data[i + 2] & 0xff) << 16;
        if (rest >= 2) h ^= (data[i + 1] & 0xff) << 8;
        if (rest >= 1) h = (h ^ (data[i] & 0xff)) * M;
        h ^= h >>> 13;
        h *= M;
        return (h ^ h >>> 15) & 0xffffffffL;
    }
}
