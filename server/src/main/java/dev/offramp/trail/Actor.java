package dev.offramp.trail;

import dev.offramp.db.ObjectId;

/// Who did it.
public sealed interface Actor {

    /// The program by itself: nobody asked for it.
    Actor PROGRAM = new Program();

    /// @param email as it was shown at that time
    record Person(ObjectId id, String email) implements Actor {

        public Person {
            email = Text.cleaned(email);
        }
    }

    /// A server of an integration, by the app id it showed.
    record Application(String appId) implements Actor {

        public Application {
            appId = Text.cleaned(appId);
        }
    }

    /// Somebody at the machine of the server.
    ///
    /// @param user of the operating system
    record CommandLine(String user) implements Actor {

        public CommandLine {
            user = Text.cleaned(user);
        }
    }

    /// See [#PROGRAM].
    record Program() implements Actor {}

    /// As readers see it.
    default String words() {
        return switch (this) {
            case Person person -> person.email();
            case Application application -> application.appId();
            case CommandLine line -> "command line (" + line.user() + ")";
            case Program() -> "the program";
        };
    }
}
