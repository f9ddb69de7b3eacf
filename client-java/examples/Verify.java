import dev.offramp.client.WebhookVerifier;
import java.util.Map;

/** Reads a delivery from standard input and its headers from the environment, and says what it is: a check of the check. */
final class Verify {

    private Verify() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> environment = System.getenv();
        boolean isValid = new WebhookVerifier(environment.get("WEBHOOK_SECRET"))
                .event(
                        name -> environment.get(name.toUpperCase().replace('-', '_')),
                        System.in.readAllBytes())
                .isPresent();
        System.out.println(isValid ? "valid" : "invalid");
        System.exit(isValid ? 0 : 1);
    }
}
