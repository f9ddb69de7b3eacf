package dev.offramp.bench;

import dev.offramp.bench.auth.AuthBench;
import dev.offramp.bench.backup.BackupBench;
import dev.offramp.bench.deposits.DepositsBench;
import dev.offramp.bench.lists.ListsBench;
import dev.offramp.bench.pages.PagesBench;
import dev.offramp.bench.webhooks.WebhooksBench;
import dev.offramp.db.DatabaseUrl;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "bench", description = "Measures, and prints what it measured.")
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WHAT", description = "auth, backup, deposits, lists, pages or webhooks")
    private String what = "";

    @Option(names = "--deposits", description = "How many in each run.", defaultValue = "20000")
    private int deposits;

    @Option(
            names = "--tenants",
            description = "Tenants of the spread run, or with good receivers.",
            defaultValue = "50")
    private int tenants;

    @Option(names = "--megabytes", description = "Size of the tables to back up.", defaultValue = "1024")
    private int megabytes;

    @Option(names = "--rows", description = "Deposits in the list.", defaultValue = "1000000")
    private long rows;

    @Option(names = "--pairs", description = "Pairs of refused logins.", defaultValue = "10000")
    private int pairs;

    @Option(names = "--no-jmh", description = "Without JMH.")
    private boolean noJmh;

    @Option(names = "--events", description = "Of each tenant and round.", defaultValue = "25")
    private int events;

    @Option(names = "--rounds", description = "Without and with bad targets.", defaultValue = "5")
    private int rounds;

    @Option(names = "--check", description = "Fail on wrong answers and gross misses.")
    private boolean check;

    @Option(names = "--connections", description = "Database connections.", defaultValue = "8")
    private int connections;

    @Option(names = "--database", description = "URL of an empty database to use; the embedded one when absent.")
    private Optional<String> database = Optional.empty();

    @Option(names = "--no-yardstick", description = "Without pgbench beside it.")
    private boolean noYardstick;

    @Override
    public Integer call() {
        return switch (what) {
            case "auth" -> auth();
            case "backup" -> verdict(new BackupBench(System.out, megabytes).run());
            case "deposits" -> deposits();
            case "lists" -> lists();
            case "pages" -> verdict(new PagesBench(System.out, rows).run());
            case "webhooks" -> verdict(new WebhooksBench(System.out, tenants, events, rounds).run());
            default -> {
                System.err.println("offramp: there is no benchmark " + what
                        + "; there are: auth, backup, deposits, lists, pages, webhooks");
                yield 2;
            }
        };
    }

    private int auth() {
        AuthBench bench = new AuthBench(System.out, pairs);
        if (!noJmh) {
            bench.runJmh();
        }
        return verdict(bench.run());
    }

    private int deposits() {
        DepositsBench bench = new DepositsBench(System.out, deposits, connections, !noYardstick);
        if (database.isPresent()) {
            bench.runOn(DatabaseUrl.parse(database.get()), tenants);
        } else {
            bench.run(tenants);
        }
        return 0;
    }

    private int lists() {
        ListsBench bench = new ListsBench(System.out, rows);
        List<String> faults = database.isPresent() ? bench.runOn(DatabaseUrl.parse(database.get())) : bench.run();
        return verdict(faults);
    }

    private int verdict(List<String> faults) {
        faults.forEach(fault -> System.out.println("FAULT " + fault));
        return check && !faults.isEmpty() ? 1 : 0;
    }
}
