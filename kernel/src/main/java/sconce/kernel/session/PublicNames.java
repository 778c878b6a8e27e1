package sconce.kernel.session;

import java.lang.reflect.Modifier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name by which people know a method's owner: the library splits its great classes into parts that are not public,
/// so that `ones`, declared in `CreationFunctions`, is `Torch.ones` to all who call it.
final class PublicNames {
    /// The owner in `a.b.T a.b.Owner.name(..)` or `a.b.Owner.name:T`.
    private static final Pattern OWNER = Pattern
            .compile("([a-z]\\w*(?:\\.[a-z]\\w*)*\\.[A-Z]\\w*)(?=\\.(?:<[^>]*>)?\\w+(?:\\(|:))");
    private static final Pattern GENERIC_OWNER = Pattern.compile("(\\w+)<[^<>]*>\\.(?:<[^<>]*>)?(\\w+\\()");

    private PublicNames() {}

    /// The signature with its owner's public name, and without the type parameters that say nothing to a reader.
    static String of(String signature, ClassLoader loader) {
        var plain = GENERIC_OWNER.matcher(signature).replaceFirst("$1.$2");
        var owner = OWNER.matcher(plain);
        if (!owner.find()) return plain;
        var known = publicName(owner.group(1), loader);
        return known == null ? plain : plain.substring(0, owner.start()) + known + plain.substring(owner.end());
    }

    private static @Nullable String publicName(String owner, ClassLoader loader) {
        try {
            var type = Class.forName(owner, false, loader);
            // A part of something sealed leads to the one class that is made of it.
            while (isPart(type)) type = type.getPermittedSubclasses()[0];
            return Modifier.isPublic(type.getModifiers()) ? type.getName().replace('$', '.') : null;
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /// Some parts are public, so that they have pages of their own.
    private static boolean isPart(Class<?> type) {
        return type.isSealed() && (!Modifier.isPublic(type.getModifiers())
                || (!type.isInterface() && Modifier.isAbstract(type.getModifiers())
                        && type.getPermittedSubclasses().length == 1));
    }
}
