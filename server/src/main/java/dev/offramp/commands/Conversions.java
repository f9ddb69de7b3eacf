package dev.offramp.commands;

import dev.offramp.assets.Network;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.bulletins.Stage;
import dev.offramp.db.ObjectId;
import dev.offramp.money.Fiat;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Grace;
import dev.offramp.withdrawals.FeeLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads what is typed.
final class Conversions {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,40}(\\.\\d{1,40})?");

    private Conversions() {}

    static void register(CommandLine line) {
        line.registerConverter(Environment.class, of(Environment::parse, "must be development, sandbox or production"));
        line.registerConverter(
                Network.class,
                of(text -> Network.parse(text.toLowerCase(Locale.ROOT)), "is no network such as ethereum"));
        line.registerConverter(Fiat.class, of(Fiat::parse, "must be NGN, GHS or USD"));
        line.registerConverter(TokenNetwork.class, of(TokenNetwork::parse, "must be ERC20, TRC20, BSC, SOL or TON"));
        line.registerConverter(FeeLevel.class, of(FeeLevel::parse, "must be low, medium or high"));
        line.registerConverter(ObjectId.class, of(ObjectId::parse, "must be 24 hexadecimal digits"));
        line.registerConverter(Email.class, of(Email::parse, "is no e-mail address"));
        line.registerConverter(Role.class, of(Role::parse, "must be owner, admin, developer, finance or viewer"));
        line.registerConverter(
                Stage.class, of(Conversions::openStage, "must be investigating, identified or monitoring"));
        line.registerConverter(Grace.class, of(Conversions::grace, "must be none, hour, day or week"));
        line.registerConverter(
                CompletionCommand.Shell.class, of(CompletionCommand.Shell::parse, "must be bash or zsh"));
        line.registerConverter(Duration.class, of(Conversions::span, "must be a time such as 90s, 30m, 1h or 7d"));
        line.registerConverter(BigDecimal.class, of(Conversions::decimal, "must be a number such as 0.5"));
    }

    private static <T> ITypeConverter<T> of(Function<String, Optional<T>> parser, String must) {
        return text -> parser.apply(text).orElseThrow(() -> new TypeConversionException("'" + text + "' " + must));
    }

    /// `resolved` is a command of its own.
    private static Optional<Stage> openStage(String text) {
        return Stage.parse(text).filter(stage -> stage != Stage.RESOLVED);
    }

    private static Optional<Grace> grace(String text) {
        return Stream.of(Grace.values())
                .filter(grace -> grace.name().equalsIgnoreCase(text))
                .findFirst();
    }

    static Optional<BigDecimal> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static Optional<Duration> span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }
}
