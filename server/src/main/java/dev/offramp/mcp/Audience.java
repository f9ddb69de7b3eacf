package dev.offramp.mcp;

import java.util.Optional;

/// To whom a tool is shown, and for whom it works.
@FunctionalInterface
interface Audience {

    Audience EVERYBODY = _ -> Optional.empty();

    /// Whether the credentials are good is the API's to say.
    Audience WITH_CREDENTIALS = caller -> caller.hasCredentials()
            ? Optional.empty()
            : Optional.of("This tool needs the headers x-app-id and x-app-secret of a business.");

    /// Whose sandbox may be played with by models, because an owner said so.
    Audience OF_THE_SANDBOX = Audience::outsideOfTheSandbox;

    /// Why this caller is not of it, in words for a model; empty for whoever is.
    Optional<String> refusal(Caller caller);

    private static Optional<String> outsideOfTheSandbox(Caller caller) {
        if (!caller.hasCredentials()) {
            return WITH_CREDENTIALS.refusal(caller);
        }
        if (!caller.isInSandbox()) {
            return Optional.of("Sandbox tools never work in production. Send the header X-Breet-Env: development.");
        }
        if (caller.inSandbox().isEmpty()) {
            return Optional.of("The API does not take these credentials in development, or not from here."
                    + " show_business has its answer.");
        }
        return caller.inSandbox().get().sandboxTools()
                ? Optional.empty()
                : Optional.of("Sandbox tools are off for this business. An owner of it switches them on in the"
                        + " dashboard: Settings of development, AI assistants. See /docs/mcp#sandbox-tools.");
    }
}
