package dev.offramp.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One class file below a root package, and what it mentions. Everything a class refers to (supertypes, generics,
/// annotations, calls, method references) stands in its constant pool, so that is what we read.
///
/// @param root in the form `dev/offramp`
record Compiled(String root, ClassModel model) {

    /// Arithmetic, loads, stores, returns and conversions of floating point.
    private static final Pattern FLOATING = Pattern.compile(
            "[DF](ADD|SUB|MUL|DIV|REM|NEG|CONST_.|LOAD.*|STORE.*|RETURN|ALOAD|ASTORE|CMP[LG])|[IL]2[DF]|[DF]2[ILDF]");

    /// A descriptor or signature with a floating-point type in it, boxed ones too.
    private static final Pattern FLOATING_TYPE = Pattern.compile("^\\[*[DF]$|^\\(.*\\)\\[*[DF]$"
            + "|^\\((\\[*([BCDFIJSZ]|[LT][^;]*;))*?\\[*[DF](\\[*([BCDFIJSZ]|[LT][^;]*;))*\\)|Ljava/lang/(Double|Float);"
            + "|^java/lang/(Double|Float)$");

    static List<Compiled> allBelow(Path classes, String root) {
        String folder = root.replace('.', '/');
        try (Stream<Path> files = Files.walk(classes.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .map(file -> new Compiled(folder, parse(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Package and name below the root: `chains.evm.Node$Answer`.
    String name() {
        return model.thisClass().asInternalName().substring(root.length() + 1).replace('/', '.');
    }

    /// Its package below the root: `chains.evm`; empty for the root itself.
    String place() {
        return name().contains(".") ? name().substring(0, name().lastIndexOf('.')) : "";
    }

    /// Simple name of the file's own class: `DepositStore` for anything nested in it.
    String outermost() {
        return name().substring(name().lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
    }

    /// Packages below the root that it mentions.
    Set<String> mentions() {
        Pattern type = Pattern.compile(Pattern.quote(root) + "/((?:[a-z][a-z0-9_]*/)*)[A-Z]\\w*");
        return pool(Utf8Entry.class)
                .flatMap(entry -> type.matcher(entry.stringValue()).results())
                .map(found -> place(found))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String place(MatchResult found) {
        String folder = found.group(1);
        return folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1).replace('/', '.');
    }

    /// Methods and fields it uses, as `java.time.Instant.now`.
    Set<String> uses() {
        return pool(MemberRefEntry.class)
                .map(member -> member.owner().asInternalName().replace('/', '.') + "."
                        + member.name().stringValue())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<String> strings() {
        return pool(StringEntry.class).map(StringEntry::stringValue).toList();
    }

    boolean usesFloatingPoint() {
        return pool(DoubleEntry.class).findAny().isPresent()
                || pool(FloatEntry.class).findAny().isPresent()
                || pool(Utf8Entry.class)
                        .anyMatch(entry ->
                                FLOATING_TYPE.matcher(entry.stringValue()).find())
                || model.methods().stream()
                        .flatMap(Compiled::opcodes)
                        .anyMatch(name -> FLOATING.matcher(name).matches());
    }

    private static Stream<String> opcodes(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementList().stream())
                .filter(Instruction.class::isInstance)
                .map(element -> ((Instruction) element).opcode().name());
    }

    private <E extends PoolEntry> Stream<E> pool(Class<E> kind) {
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
