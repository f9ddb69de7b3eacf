package dev.offramp.app;

import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.DatabaseUrl;
import dev.offramp.db.StartRefused;
import dev.offramp.mail.MailAddress;
import dev.offramp.mail.SmtpUrl;
import dev.offramp.metrics.MetricsToken;
import dev.offramp.traces.TracesUrl;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Fills the [Settings] record from text, component by component. A parser answers the value or refuses with words
/// that follow the variable's name: `must be on or off`.
final class SettingsReader {

    private static final Map<String, Function<String, Object>> PARSERS = Map.ofEntries(
            Map.entry("int", Integer::valueOf),
            Map.entry("long", Long::valueOf),
            Map.entry("boolean", SettingsReader::onOrOff),
            Map.entry(Duration.class.getName(), text -> Duration.ofMillis(Long.parseLong(text))),
            Map.entry(Path.class.getName(), Path::of),
            Map.entry(InetAddress.class.getName(), SettingsReader::address),
            Map.entry(optional(Path.class), Path::of),
            Map.entry(optional(URI.class), SettingsReader::httpUrl),
            Map.entry(optional(DatabaseAddress.class), DatabaseUrl::parse),
            Map.entry("java.util.List<java.lang.String>", SettingsReader::ranges),
            Map.entry(optional(SmtpUrl.class), SmtpUrl::parse),
            Map.entry(optional(MailAddress.class), MailAddress::parse),
            Map.entry(optional(MetricsToken.class), MetricsToken::parse),
            Map.entry(optional(TracesUrl.class), TracesUrl::parse));

    private SettingsReader() {}

    static Settings read(Map<String, String> environment) {
        Object[] values = components().stream()
                .map(component -> value(component, environment))
                .toArray();
        Class<?>[] types = components().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Settings.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the settings record has one constructor", e);
        }
    }

    static List<RecordComponent> components() {
        return List.of(Settings.class.getRecordComponents());
    }

    static Set<String> names() {
        return components().stream()
                .map(component -> component.getAnnotation(Setting.class).env())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Object value(RecordComponent component, Map<String, String> environment) {
        Setting setting = component.getAnnotation(Setting.class);
        String given = environment.getOrDefault(setting.env(), "").strip();
        String text = given.isEmpty() ? setting.value() : given;
        boolean optional = component.getType() == Optional.class;
        if (optional && text.isEmpty()) {
            return Optional.empty();
        }
        Object value = parse(setting, component.getGenericType(), text);
        return optional ? Optional.of(value) : value;
    }

    private static Object parse(Setting setting, Type type, String text) {
        try {
            Object value = parser(type).apply(text);
            checkBounds(setting, value);
            return value;
        } catch (NumberFormatException e) {
            throw new StartRefused(setting.env() + " must be a number", e);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(setting.env() + " " + e.getMessage(), e);
        }
    }

    private static Function<String, Object> parser(Type type) {
        return type instanceof Class<?> choice && choice.isEnum()
                ? text -> oneOf(choice.getEnumConstants(), text)
                : PARSERS.get(type.getTypeName());
    }

    private static Object oneOf(Object[] choices, String text) {
        return Arrays.stream(choices)
                .filter(choice -> choice.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.toString(choices).toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "")));
    }

    private static void checkBounds(Setting setting, Object value) {
        long number = switch (value) {
            case Duration duration -> duration.toMillis();
            case Number any -> any.longValue();
            default -> setting.min();
        };
        if (number < setting.min() || number > setting.max()) {
            throw new IllegalArgumentException("must be " + setting.min() + " to " + setting.max());
        }
    }

    private static boolean onOrOff(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("must be on or off");
        };
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be an IP address", e);
        }
    }

    private static URI httpUrl(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be an http or https URL", e);
        }
        throw new IllegalArgumentException("must be an http or https URL");
    }

    private static List<String> ranges(String text) {
        List<String> ranges = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .toList();
        ranges.forEach(SettingsReader::checkRange);
        return ranges;
    }

    private static void checkRange(String range) {
        String[] parts = range.split("/", 2);
        int bits = address(parts[0]).getAddress().length * Byte.SIZE;
        if (parts.length == 2 && !(parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= bits)) {
            throw new IllegalArgumentException("must be IP addresses or ranges such as 10.0.0.0/8, parted by commas");
        }
    }

    private static String optional(Class<?> type) {
        return Optional.class.getName() + "<" + type.getName() + ">";
    }
}
