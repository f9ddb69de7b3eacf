package dev.offramp.app;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;

/// The page of the settings in the documentation. It changes with the settings, when `SettingsTest` is run with
/// `-Dofframp.rewrite=true`.
final class SettingsPage {

    /// Variables that the start script and the tests read, or single commands, not the server.
    static final Map<String, String> OTHERS = new TreeMap<>(Map.of(
            "OFFRAMP_JAVA_HOME",
            "A JDK 25 for `./offramp`, before any it would find by itself.",
            "OFFRAMP_BACKUP_PASSPHRASE",
            "The passphrase of backups, for `./offramp backup` and `restore` where no file is named.",
            "OFFRAMP_TEST_DATABASE_URL",
            "JDBC URL of a superuser; the tests that need a database run on that server instead of the"
                    + " embedded one."));

    private static final String INTRODUCTION = """
            # Settings

            Every setting: an environment variable with a default, and what it does.

            There is no settings file. They are read once, at start. A value that cannot be used stops the start with one line that names the variable; an empty one
            counts as not set.
            """;

    private SettingsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("\n| variable | default |\n| --- | --- |\n");
        for (RecordComponent component : SettingsReader.components()) {
            Setting setting = component.getAnnotation(Setting.class);
            page.append("| [`%s`](#%s) | %s |\n".formatted(setting.env(), anchor(setting), standard(setting)));
        }
        for (RecordComponent component : SettingsReader.components()) {
            Setting setting = component.getAnnotation(Setting.class);
            page.append("\n## %s\n\n%s\n".formatted(setting.env(), setting.doc()));
        }
        page.append("\n## Read by others\n\n");
        OTHERS.forEach((name, doc) -> page.append("- `%s`: %s\n".formatted(name, doc)));
        return page.toString();
    }

    private static String anchor(Setting setting) {
        return setting.env().toLowerCase(java.util.Locale.ROOT);
    }

    private static String standard(Setting setting) {
        return setting.value().isEmpty() ? "none" : "`" + setting.value() + "`";
    }
}
