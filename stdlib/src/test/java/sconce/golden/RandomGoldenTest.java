package sconce.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import sconce.Torch;

/// A seed gives PyTorch's numbers, and draws as many of them.
@Isolated("the default generator is one for the whole process")
class RandomGoldenTest {
    private static final String FILE = "random.json";

    @TestFactory
    Stream<DynamicTest> draws_give_pytorchs_numbers() {
        return Golden.tests(FILE, "cases", entry -> {
            var id = entry.get("id").stringValue();
            Facts.check(id, entry.get("result"), new Program(entry).run());
            if (entry.has("next")) Facts.check(id + ", next", entry.get("next"), Torch.rand(2));
        });
    }

    @TestFactory
    Stream<DynamicTest> states_are_pytorchs_bytes() {
        return Golden.tests(FILE, "states", entry -> {
            Torch.manualSeed(entry.get("seed").bigIntegerValue().longValue());
            var draw = entry.get("draw");
            if (draw.size() > 0) {
                var size = draw.get(1).longValue();
                switch (draw.get(0).stringValue()) {
                    case "rand" -> Torch.rand(size);
                    case "randn" -> Torch.randn(size);
                    default -> throw new AssertionError("unknown draw: " + draw);
                }
            }
            var state = Torch.getRngState().longArray();
            var bytes = new byte[state.length];
            for (var i = 0; i < bytes.length; i++) bytes[i] = (byte) state[i];
            assertThat(bytes).hasSize(entry.get("bytes").intValue());
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(entry.get("sha256").stringValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> mistakes_give_pytorchs_errors() {
        return Golden.tests(FILE, "errors", entry -> Facts.checkError(entry.get("id").stringValue(),
                entry.get("error"), new Program(entry)::run));
    }
}
