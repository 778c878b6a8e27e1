package sconce.kernel.session.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sconce.kernel.session.Displayed;

/// `%%html` and its like: shows the cell below as what it is written in.
final class ShowMagic implements Magic {
    private final List<String> names = new ArrayList<>();
    private final String mimeType;

    ShowMagic(String name, String mimeType, String... others) {
        names.add(name);
        names.addAll(List.of(others));
        this.mimeType = mimeType;
    }

    @Override
    public List<String> names() { return names; }

    @Override
    public String usage() { return "%%" + names.getFirst() + (mimeType.equals("text/html") ? " [--isolated]" : ""); }

    @Override
    public String help() { return "show the cell below as " + mimeType; }

    @Override
    public boolean isLine() { return false; }

    @Override
    public boolean isCell() { return true; }

    @Override
    public @Nullable Object run(Call call, Host host) {
        var body = call.body() == null ? "" : call.body();
        Map<String, Object> metadata = call.words().contains("--isolated")
                ? Map.of(mimeType, Map.of("isolated", true))
                : Map.of();
        host.display(new Displayed(Map.of(mimeType, body, "text/plain", body.strip()), metadata));
        return null;
    }
}
