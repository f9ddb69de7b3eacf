package dev.offramp.dashboard;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Reading;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.drafts.DraftOwner;
import dev.offramp.drafts.Drafts;

/// For forms that may not be taken twice, because what they make is shown once or replaces something: a click too many
/// on a rotation would end the secret that is still in use. Each carries a key of its own in [#KEY], the id of the
/// request that it was shown to ([Visit#requestId]).
public record Once(Drafts drafts) {

    public static final Field<ObjectId> KEY = Fields.text("once", "Form")
            .then(text -> Reading.of(ObjectId.parse(text), "Load the page again."))
            .required();

    /// What is said of a form that came before.
    public static final Note SENT_BEFORE = Note.bad("This form was sent before, and was taken the first time.");

    /// Takes the form, in the transaction of what it does; false when it was taken before.
    public boolean take(Transaction tx, Visit visit, Form form) {
        DraftOwner owner = new DraftOwner(visit.person().id().value(), visit.tenant());
        return drafts.spend(tx, owner, form.get(KEY));
    }
}
