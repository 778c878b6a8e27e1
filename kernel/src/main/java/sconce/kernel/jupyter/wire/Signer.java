package sconce.kernel.jupyter.wire;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/// Signs messages and checks signatures, by the scheme and key of the connection file. An empty key means that nothing is
/// signed.
public final class Signer {
    private static final byte[] UNSIGNED = {};

    private final @Nullable Mac prototype;

    /// @param scheme such as `hmac-sha256`
    public Signer(String scheme, byte[] key) {
        if (key.length == 0) {
            prototype = null;
            return;
        }
        var algorithm = scheme.toLowerCase(Locale.ROOT).replace("hmac-", "Hmac").replace("sha", "SHA");
        try {
            prototype = Mac.getInstance(algorithm);
            prototype.init(new SecretKeySpec(key, algorithm));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalArgumentException(
                    "signature_scheme " + scheme + " is not known here: use hmac-sha256 in the connection file", e);
        }
    }

    boolean signs() { return prototype != null; }

    /// The signature of `parts` in hexadecimal; no bytes when nothing is signed.
    byte[] sign(List<byte[]> parts) {
        if (prototype == null) return UNSIGNED;
        try {
            var mac = (Mac) prototype.clone(); // a Mac is not safe between threads, and a clone is cheap
            for (var part : parts) mac.update(part);
            return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's HMAC cannot be cloned", e);
        }
    }

    /// Whether `signature` is that of `parts`, in a time that does not tell how much of it was right.
    boolean verifies(byte[] signature, List<byte[]> parts) {
        return prototype == null || MessageDigest.isEqual(sign(parts), signature);
    }
}
