package dev.offramp.law;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// One Java source, as text and as the compiler's tree.
///
/// @param path from the root of the repository
record Source(String path, String text, CompilationUnitTree tree, Trees trees) {

    /// A source as the compiler takes it.
    private static final class Text extends SimpleJavaFileObject {
        private final String content;

        Text(String path, String content) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }

    static List<Source> allBelow(Path root, String folder) {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            List<Text> texts = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> new Text(root.relativize(file).toString(), read(file)))
                    .toList();
            return texts.isEmpty() ? List.of() : parse(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source of(String path, String text) {
        return parse(List.of(new Text(path, text))).getFirst();
    }

    private static List<Source> parse(List<Text> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, null, null, texts);
        List<Source> sources = new ArrayList<>();
        try {
            for (CompilationUnitTree tree : task.parse()) {
                JavaFileObject file = tree.getSourceFile();
                String path = file.toUri().getPath().substring(1);
                sources.add(new Source(path, file.getCharContent(true).toString(), tree, Trees.instance(task)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(sources);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /// Where the lines are that `wrong` finds fault with: `path:7`.
    List<String> linesThat(Predicate<String> wrong) {
        List<String> lines = lines();
        return IntStream.range(0, lines.size())
                .filter(i -> wrong.test(lines.get(i)))
                .mapToObj(i -> path + ":" + (i + 1))
                .toList();
    }

    boolean isDoorPlate() {
        return path.endsWith("package-info.java");
    }

    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    /// Every tree of one kind in it, outer ones first.
    <T extends Tree> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree node, Void nothing) {
                if (kind.isInstance(node)) {
                    found.add(kind.cast(node));
                }
                return super.scan(node, nothing);
            }
        }.scan(tree, null);
        return found;
    }

    int firstLine(Tree node) {
        return line(trees.getSourcePositions().getStartPosition(tree, node));
    }

    int lastLine(Tree node) {
        return line(trees.getSourcePositions().getEndPosition(tree, node));
    }

    private int line(long position) {
        return (int) tree.getLineMap().getLineNumber(position);
    }
}
