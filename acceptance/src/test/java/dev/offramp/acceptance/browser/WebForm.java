package dev.offramp.acceptance.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A form as a page's HTML has it, so that a new field is met by every test that walks through forms.
///
/// @param method `get` or `post`
public record WebForm(String action, String method, List<WebField> fields) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    /// Attributes may have `>` in them.
    private static final String TAG = "((?:[^>\"]|\"[^\"]*\")*)";
    private static final Pattern FIELD = Pattern.compile(
            "<input\\b" + TAG + ">|<select\\b" + TAG + ">(.*?)</select>|<textarea\\b" + TAG + ">(.*?)</textarea>",
            Pattern.DOTALL);
    /// What nobody can type into.
    private static final Pattern UNSEEN = Pattern.compile("\\s(hidden|readonly)(\\s|$)");
    private static final Pattern OPTION = Pattern.compile("<option\\b" + TAG + ">");

    private static final Set<String> NUMBERS = Set.of("decimal", "numeric");

    /// A field of it.
    ///
    /// @param type as of an input, or `select`, `textarea`
    /// @param options of a select: those that can be chosen
    /// @param isSecret whether what was typed is never shown again
    /// @param lengthMax none where it is huge
    public record WebField(
            String name,
            String type,
            String value,
            List<String> options,
            String id,
            boolean isNumber,
            boolean isSecret,
            boolean isInvalid,
            int lengthMax) {

        /// Whether anything at all can be typed into it and stands there again.
        public boolean isText() {
            return List.of("text", "search", "url", "email", "textarea").contains(type) && !isNumber;
        }

        public boolean isHidden() {
            return type.equals("hidden");
        }

        public boolean isTicked() {
            return type.equals("checkbox") || type.equals("radio");
        }
    }

    public boolean isPost() {
        return method.equals("post");
    }

    /// What a browser would send now, boxes left out.
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !field.name().isEmpty() && !field.isTicked())
                .forEach(field -> values.put(field.name(), field.value()));
        return values;
    }

    /// All forms of a page.
    public static List<WebForm> all(String html) {
        return FORM.matcher(html).results().map(WebForm::form).toList();
    }

    private static WebForm form(MatchResult found) {
        Map<String, String> attributes = Visitor.attributes(found.group(1));
        return new WebForm(
                attributes.getOrDefault("action", ""),
                attributes.getOrDefault("method", "get"),
                FIELD.matcher(found.group(2)).results().map(WebForm::field).toList());
    }

    private static WebField field(MatchResult found) {
        if (found.group(1) != null) {
            Map<String, String> input = Visitor.attributes(found.group(1));
            boolean isUnseen = UNSEEN.matcher(found.group(1)).find();
            return field(
                    input,
                    isUnseen ? "hidden" : input.getOrDefault("type", "text"),
                    input.getOrDefault("value", ""),
                    List.of());
        }
        if (found.group(2) != null) {
            List<String> options = new ArrayList<>();
            List<String> chosen = new ArrayList<>();
            OPTION.matcher(found.group(3)).results().map(MatchResult::group).forEach(tag -> {
                Map<String, String> option = Visitor.attributes(tag);
                if (!tag.contains(" disabled")
                        && !option.getOrDefault("value", "").isEmpty()) {
                    options.add(option.get("value"));
                }
                if (tag.contains(" selected")) {
                    chosen.add(option.getOrDefault("value", ""));
                }
            });
            return field(
                    Visitor.attributes(found.group(2)),
                    "select",
                    chosen.stream().findFirst().orElse(""),
                    options);
        }
        return field(Visitor.attributes(found.group(4)), "textarea", Visitor.unescaped(found.group(5)), List.of());
    }

    private static WebField field(Map<String, String> attributes, String type, String value, List<String> options) {
        return new WebField(
                attributes.getOrDefault("name", ""),
                type,
                value,
                options,
                attributes.getOrDefault("id", ""),
                NUMBERS.contains(attributes.getOrDefault("inputmode", "")),
                type.equals("password")
                        || attributes.getOrDefault("autocomplete", "").equals("one-time-code"),
                attributes.getOrDefault("aria-invalid", "").equals("true"),
                Integer.parseInt(attributes.getOrDefault("maxlength", "10000")));
    }
}
