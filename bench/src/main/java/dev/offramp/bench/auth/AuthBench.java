package dev.offramp.bench.auth;

import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.bench.auth.Callers.Caller;
import dev.offramp.destinations.Destinations;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Http;
import dev.offramp.http.HttpSettings;
import dev.offramp.http.UncheckedHttp;
import dev.offramp.http.trade.TradeRendering;
import dev.offramp.http.wallet.ShowWallet;
import dev.offramp.http.wallet.WalletRendering;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Authentication.Authenticated;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.web.Web;
import dev.offramp.web.WebSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the three measurements and says what misses its aim.
public final class AuthBench {

    private static final double RATIO_MAX = 1.3;
    private static final double T_MAX = 4.5;
    private static final int WARM_UP = 3_000;
    private static final int PLACES = 64;

    private final PrintStream out;
    private final int pairs;
    private final SplittableRandom order = new SplittableRandom();
    private final List<String> misses = new ArrayList<>();

    public AuthBench(PrintStream out, int pairs) {
        this.out = out;
        this.pairs = pairs;
    }

    /// Times of two things that took turns.
    private record Times(long[] first, long[] second) {

        double ratio() {
            return (double) median(first) / median(second);
        }

        String medians() {
            return "%.1f and %.1f us".formatted(median(first) / 1e3, median(second) / 1e3);
        }

        private static long median(long[] times) {
            long[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }

    /// JMH starts a process of its own, so that nothing measured later has been compiled for it.
    public void runJmh() {
        try {
            new Runner(new OptionsBuilder()
                            .include(AuthenticateBenchmark.class.getName())
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH did not run", e);
        }
    }

    /// @return what missed its aim
    public List<String> run() {
        try (Callers callers = new Callers()) {
            Platform platform = callers.platform();
            String wallet = wallet(callers);
            List<Endpoint> endpoints = List.of(showWallet(platform), new Nothing());
            HttpSettings settings = new HttpSettings(false, false);
            Http checked = Http.create(settings, platform.tenancy()::authenticate, endpoints, platform.clock());
            try (Web web = serve(platform, checked);
                    Web unchecked = serve(platform, UncheckedHttp.create(caller(callers), endpoints))) {
                compareReads(callers.known(), web.port(), unchecked.port(), wallet);
                compareRefusals(callers, web.port());
            }
        }
        return List.copyOf(misses);
    }

    private static Authenticated caller(Callers callers) {
        return (Authenticated) callers.authenticate(callers.known());
    }

    private static Web serve(Platform platform, Http http) {
        WebSettings settings = new WebSettings("127.0.0.1", 0, List.of(), PLACES, Optional.empty());
        Web web = Web.create(settings, List.of(http), platform.clock(), platform.ids());
        web.start();
        return web;
    }

    /// Answers the path to read.
    private static String wallet(Callers callers) {
        Asset asset =
                callers.platform().assets().find(new AssetCode("SOL_USDC_JKVK")).orElseThrow();
        Generation made = callers.platform().wallets().generate(callers.tenant(), asset, new Label("read"));
        return "/trades/wallets/" + ((Generation.Generated) made).wallet().id();
    }

    private static Endpoint showWallet(Platform platform) {
        Destinations destinations = platform.destinations();
        return new ShowWallet(
                platform.db(),
                platform.wallets(),
                platform.deposits(),
                new WalletRendering(platform.assets(), destinations),
                new TradeRendering(platform.assets(), platform.wallets(), platform.deposits(), platform.outflows()));
    }

    private void compareReads(Caller caller, int checkedPort, int uncheckedPort, String wallet) {
        try (KeptConnection checked = new KeptConnection(checkedPort);
                KeptConnection unchecked = new KeptConnection(uncheckedPort)) {
            Times read = take(reading(checked, caller, wallet), reading(unchecked, caller, wallet));
            Times nothing = take(reading(checked, caller, Nothing.PATH), reading(unchecked, caller, Nothing.PATH));
            out.printf("a wallet read with and without checks:   %s, %.2f times%n", read.medians(), read.ratio());
            out.printf("an empty answer with and without checks: %s, %.2f times%n", nothing.medians(), nothing.ratio());
            if (read.ratio() > RATIO_MAX) {
                misses.add("an authenticated read takes %.2f times one without checks".formatted(read.ratio()));
            }
        }
    }

    private static LongSupplier reading(KeptConnection connection, Caller caller, String path) {
        byte[] request = KeptConnection.get(path, caller.appId(), caller.secret());
        return () -> connection.ask(request, 200);
    }

    private void compareRefusals(Callers callers, int port) {
        try (KeptConnection connection = new KeptConnection(port)) {
            judge(
                    "over loopback",
                    take(
                            () -> refusedOver(connection, callers.unknownId()),
                            () -> refusedOver(connection, callers.wrongSecret())));
        }
        judge(
                "by a call",
                take(() -> refused(callers, callers.unknownId()), () -> refused(callers, callers.wrongSecret())));
    }

    private static long refusedOver(KeptConnection connection, Caller caller) {
        return connection.ask(KeptConnection.get(Nothing.PATH, caller.appId(), caller.secret()), 401);
    }

    private static long refused(Callers callers, Caller caller) {
        long startedAt = System.nanoTime();
        boolean isKnown = callers.authenticate(caller) instanceof Authenticated;
        long took = System.nanoTime() - startedAt;
        if (isKnown) {
            throw new IllegalStateException("guessed");
        }
        return took;
    }

    private void judge(String how, Times times) {
        Welch.Crop all = Welch.whole(times.first, times.second);
        Welch.Crop worst = Welch.worst(times.first, times.second);
        out.printf(
                "unknown id and wrong secret %s, %,d pairs: %s, t = %.2f; at most %.2f, of the fastest %.0f%%%n",
                how, pairs, times.medians(), all.t(), worst.t(), worst.part() * 100);
        if (Math.abs(worst.t()) >= T_MAX) {
            misses.add("unknown id and wrong secret are told apart %s: t = %.2f".formatted(how, worst.t()));
        }
    }

    /// Pairs in random order, after some that do not count.
    private Times take(LongSupplier first, LongSupplier second) {
        Times times = new Times(new long[pairs], new long[pairs]);
        for (int i = -Math.min(WARM_UP, pairs); i < pairs; i++) {
            boolean firstGoesFirst = order.nextBoolean();
            long a = firstGoesFirst ? first.getAsLong() : second.getAsLong();
            long b = firstGoesFirst ? second.getAsLong() : first.getAsLong();
            if (i >= 0) {
                times.first[i] = firstGoesFirst ? a : b;
                times.second[i] = firstGoesFirst ? b : a;
            }
        }
        return times;
    }
}
