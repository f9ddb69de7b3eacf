package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Visit;
import dev.offramp.people.SecondStep;
import dev.offramp.people.Token;

/// Takes a code for what it is: six digits are an authenticator app's, anything else is a recovery code.
record Codes(Entrance entrance) {

    SecondStep take(Visit visit, Token step, String code) {
        String plain = code.replaceAll("[\\s-]", "");
        return plain.matches("[0-9]{6}")
                ? entrance.people().signIns().byTotp(step, plain, visit.browser(), entrance.watchingStep(visit))
                : entrance.people()
                        .signIns()
                        .byRecoveryCode(step, code, visit.browser(), entrance.watchingRecovery(visit));
    }
}
