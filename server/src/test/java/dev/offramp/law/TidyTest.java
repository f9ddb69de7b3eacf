package dev.offramp.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sizes, names, comments: kept by all sources, and each rule finds the fault planted for it.
class TidyTest {

    private static final Path ROOT = Path.of("..");
    private static final List<Source> MAIN = sources("src/main");
    private static final List<Source> ALL =
            Stream.concat(MAIN.stream(), sources("src/test").stream()).toList();

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "data", ".idea");
    private static final List<String> TEXTS =
            List.of(".java", ".sql", ".md", ".xml", ".sh", ".json", ".properties", ".yml", "offramp", ".ci/run");

    @Test
    void seesTheSources() {
        assertThat(MAIN).extracting(Source::path).contains("server/src/main/java/dev/offramp/money/Money.java");
        assertThat(ALL).extracting(Source::path).contains("server/src/test/java/dev/offramp/law/TidyTest.java");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("no long file", MAIN, SizeRules::longFiles),
                rule("no long method", ALL, SizeRules::longMethods),
                rule("no method of many parameters", ALL, SizeRules::manyParameters),
                rule("no type name that says nothing", ALL, NameRules::emptyTypeNames),
                rule("no package name that says nothing", ALL, NameRules::emptyPackageNames),
                rule("nothing left for later", ALL, CommentRules::leftForLater),
                rule("no code in comments", ALL, CommentRules::commentedOutCode),
                rule("documented public types", MAIN, CommentRules::undocumentedTypes),
                rule("door plates of a few lines", MAIN, CommentRules::doorPlates),
                rule("ASCII outside of comments", MAIN, TextRules::nonAscii),
                rule("no folder of one machine", MAIN, TextRules::machinePaths),
                rule("no test switched off", ALL, TextRules::switchedOffTests));
    }

    private static Arguments rule(String name, List<Source> sources, Function<Source, List<String>> rule) {
        return Arguments.of(Named.of(name, rule), Named.of(sources.size() + " sources", sources));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKeptByAllSources(Function<Source, List<String>> rule, List<Source> sources) {
        assertThat(sources.stream().flatMap(source -> rule.apply(source).stream()))
                .isEmpty();
    }

    @Test
    void hasADoorPlateOnEveryPackage() {
        assertThat(CommentRules.missingDoorPlates(MAIN)).isEmpty();
    }

    @Test
    void hasNoUntidyLineInAnyFile() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path file : texts()) {
            violations.addAll(TextRules.untidyLines(ROOT.relativize(file).toString(), Source.read(file)));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void findsALongFile() {
        assertThat(SizeRules.longFiles(java("\n".repeat(401)))).containsExactly("A.java has 401 lines");
        assertThat(SizeRules.longFiles(java("\n".repeat(400)))).isEmpty();
    }

    @Test
    void findsALongMethod() {
        String body = "\n".repeat(60) + "}}";
        assertThat(SizeRules.longMethods(java("class A { void m() {" + body)))
                .containsExactly("A.java:1 m has 61 lines");
        assertThat(SizeRules.longMethods(java("class A { void m() {" + body.substring(1))))
                .isEmpty();
    }

    @Test
    void findsAMethodOfManyParameters() {
        assertThat(SizeRules.manyParameters(
                        java("class A { void m(int a, int b, int c, int d, int e, int f, int g, int h) {} }")))
                .containsExactly("A.java:1 m has 8 parameters");
        assertThat(SizeRules.manyParameters(
                        java("class A { void m(int a, int b, int c, int d, int e, int f, int g) {} }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record A(int a, int b, int c, int d, int e, int f, int g, int h) { static int x; A {} }",
                "class A { @ParameterizedTest void m(int a, int b, int c, int d, int e, int f, int g, int h) {} }"
            })
    void doesNotCountComponentsAndColumns(String text) {
        assertThat(SizeRules.manyParameters(java(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LedgerImpl",
                "WalletManager",
                "DateHelper",
                "StringUtil",
                "JobProcessor",
                "DefaultRail",
                "AbstractStore",
                "BaseStore",
                "DepositDto",
                "DepositDTO",
                "DepositEntity",
                "DataFolder",
                "DepositInfo",
                "ListWrapper",
                "CommonRates"
            })
    void findsATypeNameThatSaysNothing(String name) {
        assertThat(NameRules.emptyTypeNames(java("class A { record " + name + "() {} }")))
                .containsExactly("A.java: " + name + " says nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Database", "Baseline", "Informed", "Utility", "Commonwealth", "Implied"})
    void allowsWordsThatOnlyBeginLikeOne(String name) {
        assertThat(NameRules.emptyTypeNames(java("interface " + name + " {}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"util", "common", "helper", "internal", "impl", "dto", "model", "service"})
    void findsAPackageNameThatSaysNothing(String name) {
        assertThat(NameRules.emptyPackageNames(java("package dev.offramp." + name + "; class A {}")))
                .containsExactly("A.java: package " + name + " says nothing");
    }

    @ParameterizedTest
    @CsvSource({"TO,DO", "FIX,ME", "XX,X", "HA,CK"})
    void findsWhatWasLeftForLater(String first, String second) {
        assertThat(CommentRules.leftForLater(java("// " + first + second + ": later\nclass A {}")))
                .containsExactly("A.java:1 is left for later");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int old = 1;",
                "if (old) {",
                "}",
                "} else {",
                "return (old);",
                "@Test",
                "@Test(1)",
                "for (int i : all) go();"
            })
    void findsCodeInComments(String code) {
        assertThat(CommentRules.commentedOutCode(java("class A {\n" + "/" + "/ " + code + "\n}")))
                .containsExactly("A.java:2 is commented-out code");
        assertThat(CommentRules.commentedOutCode(java("class A {\n/" + "// " + code + "\n}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A sentence about why.", "if it was so, return early (see the law)", "for people"})
    void mistakesNoSentenceForCode(String sentence) {
        assertThat(CommentRules.commentedOutCode(java("// " + sentence + "\nclass A {}")))
                .isEmpty();
    }

    @Test
    void findsAPublicTypeWithoutDocumentation() {
        assertThat(CommentRules.undocumentedTypes(java("public class A {}"))).containsExactly("A.java: A has no ///");
        assertThat(CommentRules.undocumentedTypes(java("/// Why.\n@Deprecated\npublic class A {}")))
                .isEmpty();
        assertThat(CommentRules.undocumentedTypes(java("class A {}"))).isEmpty();
    }

    @Test
    void findsAPackageWithoutADoorPlate() {
        Source plate = Source.of("a/package-info.java", "package a;");
        Source inside = Source.of("a/A.java", "package a; class A {}");
        assertThat(CommentRules.missingDoorPlates(List.of(plate, inside))).isEmpty();
        assertThat(CommentRules.missingDoorPlates(List.of(inside))).containsExactly("a has no package-info");
    }

    @Test
    void findsADoorPlateOfTheWrongLengthOrWithoutNullMark() {
        String end = "@NullMarked\npackage a;\n";
        assertThat(plate("/// Why.\n".repeat(5) + end)).containsExactly("a/package-info.java has 7 lines");
        assertThat(plate("/// Why.\n".repeat(6) + end)).isEmpty();
        assertThat(plate("/// Why.\n".repeat(28) + end)).isEmpty();
        assertThat(plate("/// Why.\n".repeat(29) + end)).containsExactly("a/package-info.java has 31 lines");
        String resource = "/// Why.\n@NullMarked\npackage dev.offramp.wire.bank;\n";
        assertThat(plate(resource)).containsExactly("a/package-info.java has 3 lines");
        assertThat(plate(resource + "\n")).isEmpty();
        assertThat(plate("/// Why.\n".repeat(8) + "package a;\n"))
                .containsExactly("a/package-info.java is not @NullMarked");
    }

    @Test
    void findsCodeThatIsNotAscii() {
        assertThat(TextRules.nonAscii(java("class A { String a = \"\u20a6\"; }")))
                .containsExactly("A.java:1 is not ASCII");
        assertThat(TextRules.nonAscii(java("// 1 \u20a6\nclass A {}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/work/x", "/root/.m2", "/tmp/y", "file:///home/ann/x", "cp /tmp/a b"})
    void findsAFolderOfOneMachine(String path) {
        assertThat(TextRules.machinePaths(java("class A { String a = \"" + path + "\"; }")))
                .containsExactly("A.java:1 names a folder of one machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/tmp/x", "https://example.com/home/x", "/homes/x"})
    void takesNoUrlForAFolder(String path) {
        assertThat(TextRules.machinePaths(java("class A { String a = \"" + path + "\"; }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Disabled void a() {}",
                "@org.junit.Ignore void a() {}",
                "void a() { assumeTrue(false); }",
                "void a() { Assumptions.assumeFalse(true); }",
                "void a() { Assumptions.abort(); }"
            })
    void findsATestThatIsSwitchedOff(String member) {
        assertThat(TextRules.switchedOffTests(java("class A { " + member + " }")))
                .containsExactly("A.java:1 is switched off");
    }

    @Test
    void findsUntidyLines() {
        assertThat(TextRules.untidyLines("a.md", "one \ntwo\tthree\nfour"))
                .containsExactly("a.md:1 ends in blanks", "a.md:2 has a tab", "a.md does not end its last line");
    }

    private static void rule(List<Source> sources, Function<Source, List<String>> rule) {
        assertThat(sources.stream().flatMap(source -> rule.apply(source).stream()))
                .isEmpty();
    }

    private static Source java(String text) {
        return Source.of("A.java", text);
    }

    private static List<String> plate(String text) {
        return CommentRules.doorPlates(Source.of("a/package-info.java", text));
    }

    private static List<Source> sources(String folder) {
        return Stream.of("server", "acceptance", "bench")
                .map(module -> module + "/" + folder)
                .filter(path -> Files.isDirectory(ROOT.resolve(path)))
                .flatMap(path -> Source.allBelow(ROOT, path).stream())
                .toList();
    }

    private static List<Path> texts() {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(path ->
                            NOT_OURS.stream().noneMatch(name -> path.toString().contains("/" + name + "/")))
                    .filter(Files::isRegularFile)
                    .filter(path -> TEXTS.stream().anyMatch(path.toString()::endsWith))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
