package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.drafts.Draft;
import dev.offramp.drafts.DraftId;
import dev.offramp.drafts.DraftOwner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Between what was typed and the draft that keeps it.
final class Typed {

    private Typed() {}

    static DraftOwner owner(Visit visit) {
        return new DraftOwner(visit.person().id().value(), visit.tenant());
    }

    /// The draft in the path.
    static Optional<DraftId> id(Visit visit) {
        return visit.id("draft").map(DraftId::new);
    }

    /// What is kept of a form.
    static Map<String, String> kept(MoneyForm form, Form sent) {
        Map<String, String> kept = new HashMap<>();
        for (Field<?> field : form.fields()) {
            kept.put(field.name(), sent.typed(field));
        }
        return kept;
    }

    /// A draft read as if it had just been sent.
    static Form read(MoneyForm form, Draft draft) {
        return Form.read(form.fields(), sent(draft));
    }

    /// A draft as it was typed, with nothing said against it yet.
    static Form shown(MoneyForm form, Draft draft) {
        Form shown = Form.blank();
        for (Field<?> field : form.fields()) {
            shown = shown.with(field, draft.typed(field.name()));
        }
        return shown;
    }

    private static Map<String, List<String>> sent(Draft draft) {
        Map<String, List<String>> sent = new HashMap<>();
        draft.typed().forEach((field, text) -> sent.put(field, List.of(text)));
        return sent;
    }
}
