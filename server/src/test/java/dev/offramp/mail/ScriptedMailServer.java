package dev.offramp.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A mail server that answers as the test says, and keeps what it took.
public final class ScriptedMailServer implements MailServer {

    private final List<Addressed> taken = new ArrayList<>();
    private Function<Letter, Answer> script = letter -> new Answer.Taken();
    private Runnable meanwhile = () -> {};
    private int calls;

    /// From now on it answers so.
    public void answering(Function<Letter, Answer> answers) {
        script = answers;
    }

    /// What happens elsewhere while it is called.
    void during(Runnable work) {
        meanwhile = work;
    }

    @Override
    public Map<LetterId, Answer> deliver(Collection<Addressed> letters) {
        calls++;
        meanwhile.run();
        Map<LetterId, Answer> answers = new LinkedHashMap<>();
        for (Addressed letter : letters) {
            Answer answer = script.apply(letter.letter());
            answers.put(letter.id(), answer);
            if (answer instanceof Answer.Taken) {
                taken.add(letter);
            }
        }
        return answers;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    /// How often it was called.
    int calls() {
        return calls;
    }

    /// Everything it took, in order.
    public List<Letter> taken() {
        return taken.stream().map(Addressed::letter).toList();
    }

    /// Ids of all it took.
    List<LetterId> takenIds() {
        return taken.stream().map(Addressed::id).toList();
    }

    /// What somebody got.
    public List<Letter> to(String address) {
        return taken().stream().filter(letter -> letter.to().equals(address)).toList();
    }
}
