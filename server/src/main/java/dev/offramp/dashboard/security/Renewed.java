package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Cookie;
import dev.offramp.dashboard.Note;
import dev.offramp.people.FactorChange;
import dev.offramp.people.RecoveryCode;
import java.util.List;

/// What pages of second factors answer with.
final class Renewed {

    static final String SECURITY = "/me/security";

    private Renewed() {}

    /// Enrolled: the session has a new token; recovery codes, if there are any, are shown now and never again.
    static Answer enrolled(FactorChange.Enrolled enrolled, Note note) {
        Answer answer = enrolled.recoveryCodes().isEmpty()
                ? Answer.redirect(SECURITY, note)
                : codes(enrolled.recoveryCodes(), note.text());
        return answer.with(Cookie.brief(Cookie.Name.SESSION, enrolled.token().text()));
    }

    static Answer codes(List<RecoveryCode> codes, String done) {
        List<String> texts = codes.stream().map(RecoveryCode::text).toList();
        return Answer.page("Recovery codes", out -> JtecodesGenerated.render(out, null, done, texts));
    }

    /// Between the check of the page and the change the sign-in grew too old.
    static Answer notFresh() {
        return Answer.redirect(SECURITY, Note.bad("Your sign-in is too old for that. Try it again."));
    }
}
