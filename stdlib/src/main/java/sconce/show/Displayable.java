package sconce.show;

import java.util.LinkedHashMap;
import java.util.Map;

/// Says how its objects look in a notebook. Stands for Jupyter's `_repr_html_` and `_repr_mimebundle_`.
///
/// ```java
/// record Money(long amount) implements Displayable {
///     public String toHtml() { return "<b>" + amount + "</b>"; }
/// }
/// ```
public interface Displayable {
    /// The object as HTML, which the front end takes as it is: escape what is not yours with [Html#escape].
    String toHtml();

    /// The object's text in a terminal's colours, for a terminal that has them; empty, as by default, where the text is
    /// shown as it is.
    default String toAnsi() { return ""; }

    /// The object's forms by MIME type; by default `toString` and [#toHtml()].
    default Map<String, Object> toMimeBundle() {
        var forms = new LinkedHashMap<String, Object>();
        forms.put(Renderer.TEXT, toString());
        forms.put(Renderer.HTML, toHtml());
        return forms;
    }
}
