package dev.offramp.acceptance.dashboard;

import dev.offramp.acceptance.browser.WebForm;
import dev.offramp.acceptance.browser.WebForm.WebField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is typed into a form that is known by its HTML alone: something harmless where it is asked for a number, a
/// choice or a secret.
record Typing(String password, String pin, String url) {

    /// Something that any field of this kind takes.
    String harmless(WebField field) {
        if (!field.value().isEmpty()) {
            return field.value();
        }
        return switch (field.type()) {
            case "select" -> field.options().stream().findFirst().orElse("");
            case "password" -> field.isNumber() ? pin : password;
            case "email" -> "somebody@example.com";
            case "date" -> "";
            default -> field.isNumber() ? "1" : field.name().equals("url") ? url : "Something";
        };
    }

    /// Values of a form that are all harmless.
    Map<String, String> filled(WebForm form) {
        Map<String, String> values = new LinkedHashMap<>();
        form.fields().stream()
                .filter(field -> !field.name().isEmpty() && !field.isTicked())
                .forEach(field -> values.put(field.name(), field.isHidden() ? field.value() : harmless(field)));
        return values;
    }

    /// The same with this text in every field that takes text of that length.
    Map<String, String> filled(WebForm form, String text) {
        Map<String, String> values = filled(form);
        fit(form, text).forEach(field -> values.put(field.name(), written(field, text)));
        return values;
    }

    static List<WebField> fit(WebForm form, String text) {
        return form.fields().stream()
                .filter(field -> field.isText() && !field.name().isEmpty() && text.length() <= field.lengthMax())
                .toList();
    }

    private String written(WebField field, String text) {
        if (field.type().equals("email")) {
            return text + "@example.com";
        }
        return field.name().equals("url") && !text.startsWith("javascript:") ? url + "?" + text : text;
    }
}
