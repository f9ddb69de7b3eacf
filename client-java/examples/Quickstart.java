import dev.offramp.client.Environment;
import dev.offramp.client.ListQuery;
import dev.offramp.client.Offramp;
import dev.offramp.client.Refused;
import dev.offramp.client.WebhookVerifier;
import dev.offramp.client.api.AddBankBody;
import dev.offramp.client.api.Asset;
import dev.offramp.client.api.Event;
import dev.offramp.client.api.GenerateAddressBody;
import dev.offramp.client.api.GeneratedAddress;
import dev.offramp.client.api.MakeMockTradeBody;
import dev.offramp.client.api.SavedBank;
import dev.offramp.client.api.Trade;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * From nothing to the first credited deposit: an address, a deposit that is made up, what it became, and a webhook.
 *
 * <pre>
 *   export BASE_URL=http://localhost:8080/v1 APP_ID=... APP_SECRET=... WEBHOOK_SECRET=...
 *   java -cp CLASSPATH Quickstart.java
 * </pre>
 */
final class Quickstart {

    private static final String USDC = "SOL_USDC_JKVK";

    private Quickstart() {}

    public static void main(String[] args) throws Exception {
        Offramp offramp = Offramp.at(env("BASE_URL"), env("APP_ID"), env("APP_SECRET"), Environment.DEVELOPMENT);
        String name = "quickstart-" + UUID.randomUUID();
        Asset usdc = offramp.listAssets().stream()
                .filter(asset -> asset.identifier().equals(USDC))
                .findFirst()
                .orElseThrow();
        GeneratedAddress wallet = offramp.generateAddress(usdc.id(), GenerateAddressBody.of(name));
        System.out.println("address " + wallet.address());

        deposit(offramp, wallet.address(), name);
        saveABank(offramp);
        try {
            offramp.generateAddress(usdc.id(), GenerateAddressBody.of(""));
        } catch (Refused refused) {
            System.out.println(refused);
        }
        receive(env("WEBHOOK_SECRET"));
    }

    private static void deposit(Offramp offramp, String address, String name) throws InterruptedException {
        BigDecimal amount = new BigDecimal("59.10");
        String id = offramp.makeMockTrade(MakeMockTradeBody.of(address, USDC, amount, amount, name, name))
                .id();
        Trade trade = offramp.showTrade(id);
        while (trade.status().equals("pending")) {
            Thread.sleep(500);
            trade = offramp.showTrade(id);
        }
        require(trade.status().equals("completed"), "completed: " + trade);
        require(trade.cryptoReceived().compareTo(amount) == 0, "exact: " + trade);
        System.out.println("deposit completed " + trade.amount().orElseThrow() + " " + trade.currency());
        // A list is gone through page by page.
        ListQuery newestFirst = ListQuery.ALL.size(1).sort("-createdAt");
        require(offramp.listTrades(newestFirst).stream().anyMatch(one -> one.id().equals(id)), "listed");
    }

    /** The same change under the same key is made once. */
    private static void saveABank(Offramp offramp) {
        String key = "bank-" + UUID.randomUUID();
        String account = "0" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999) + "0";
        SavedBank first = offramp.under(key).addBank(AddBankBody.of("25", account));
        require(offramp.under(key).addBank(AddBankBody.of("25", account)).equals(first), "made once");
        System.out.println("bank " + first.accountName());
    }

    /** What your receiver does. The delivery is made here; a real one comes from the server. */
    private static void receive(String secret) throws Exception {
        byte[] body = "{\"event\":\"webhook.verification\",\"eventId\":\"e1\"}".getBytes(StandardCharsets.UTF_8);
        String stamp = String.valueOf(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update(("e1." + stamp + ".").getBytes(StandardCharsets.UTF_8));
        String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        Map<String, String> headers =
                Map.of("webhook-id", "e1", "webhook-timestamp", stamp, "webhook-signature", signature);
        WebhookVerifier verifier = new WebhookVerifier(secret);
        Optional<Event> event = verifier.event(headers::get, body);
        require(verifier.event(headers::get, "{}".getBytes(StandardCharsets.UTF_8)).isEmpty(), "a forgery");
        System.out.println("webhook " + event.orElseThrow().event());
    }

    private static void require(boolean isSo, String what) {
        if (!isSo) {
            throw new AssertionError("not " + what);
        }
    }

    private static String env(String name) {
        return Optional.ofNullable(System.getenv(name)).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }
}
