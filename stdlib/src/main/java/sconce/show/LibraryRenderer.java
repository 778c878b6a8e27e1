package sconce.show;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sconce.Tensor;
import sconce.data.DataLoader;
import sconce.data.Dataset;
import sconce.data.Sampler;
import sconce.nn.Contents;
import sconce.nn.Module;
import sconce.nn.StateDict;
import sconce.optim.LRScheduler;
import sconce.optim.Optimizer;

/// The library's own renderer: what was registered, what says for itself how it looks, then the library's classes.
public final class LibraryRenderer implements Renderer {
    /// For [java.util.ServiceLoader].
    public LibraryRenderer() {}

    @Override
    public boolean renders(Object value) {
        return Registrations.know(value) || switch (value) {
            case Module _,Displayable _,Tensor _,Optimizer _,LRScheduler _,DataLoader<?> _,Dataset<?> _,Sampler<?> _,Throwable _ ->
                true;
            case Map<?, ?> map -> TableReader.reads(map);
            case List<?> list -> TableReader.reads(list);
            default -> false;
        };
    }

    @Override
    public Map<String, Object> render(Object value) {
        if (Registrations.know(value)) return forms(text(value), Registrations.html(value));
        return switch (value) {
            case Displayable shown -> shown.toMimeBundle();
            case Tensor tensor -> tensor(tensor);
            case Module module -> forms(text(module), HtmlRenderer.html(ModelReader.read(module)));
            case Optimizer optimizer -> forms(text(optimizer), HtmlRenderer.html(OptimizerReader.read(optimizer)));
            case LRScheduler scheduler -> forms(text(scheduler), HtmlRenderer.html(OptimizerReader.read(scheduler))
                    + OptimizerReader.curve(scheduler).map(Plot::toHtml).orElse(""));
            case DataLoader<?> loader -> forms(text(loader), HtmlRenderer.html(DataReader.read(loader)));
            case Dataset<?> dataset -> forms(DataReader.text(dataset), HtmlRenderer.html(DataReader.read(dataset)));
            case Sampler<?> sampler -> forms(DataReader.text(sampler), HtmlRenderer.html(DataReader.read(sampler)));
            case Throwable thrown -> forms(ThrowableReader.text(thrown),
                    HtmlRenderer.html(ThrowableReader.read(thrown)));
            case Map<?, ?> map -> named(map);
            case List<?> list -> forms(Words.cut(ValueText.of(ValueReader.read(list, ValueReader.Limits.DISPLAY))),
                    HtmlRenderer.html(TableReader.read(list)));
            default -> Map.of(TEXT, value.toString());
        };
    }

    // One element says all by its text.
    private static Map<String, Object> tensor(Tensor tensor) {
        var text = text(tensor);
        var plain = !Contents.isLazy(tensor) && tensor.numel() <= 1 && !tensor.device().type().equals("meta");
        return plain ? Map.of(TEXT, text) : forms(text, TensorHtml.of(TensorReader.read(tensor), text));
    }

    // A state dict's text is PyTorch's; other maps have no text of their own worth reading.
    private static Map<String, Object> named(Map<?, ?> map) {
        var table = TableReader.read(map);
        return forms(map instanceof StateDict ? text(map) : TextRenderer.text(table), HtmlRenderer.html(table));
    }

    private static String text(Object value) {
        String text;
        try {
            text = value.toString();
        } catch (RuntimeException | StackOverflowError broken) {
            // A model that lies inside itself, or too deep, has no repr; its tree, which is cut there, can be shown.
            if (!(value instanceof Module module)) throw broken;
            return (broken.getMessage() == null ? "too deep for a repr" : broken.getMessage()) + "\n"
                    + Show.tree(module);
        }
        return Words.cut(text);
    }

    private static Map<String, Object> forms(String text, String html) {
        var forms = new LinkedHashMap<String, Object>();
        forms.put(TEXT, text);
        forms.put(HTML, html);
        return forms;
    }
}
