package dev.offramp.mcp;

import dev.offramp.docs.ApiBook;
import dev.offramp.docs.DocPage;
import dev.offramp.docs.ErrorGuide;
import dev.offramp.docs.Library;
import dev.offramp.mcp.Tool.Argument;
import dev.offramp.mcp.Tool.Found;
import dev.offramp.search.Passage;
import dev.offramp.search.PassageIndex;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Tools that explain; everybody's.
public final class DocTools implements ToolBox {

    private static final int FOUND_MAX = 6;

    /// Of a passage; the whole of it is read with read_doc.
    private static final int PASSAGE_MAX = 1_500;

    private static final int PATH_MAX = 200;
    private static final int ERROR_MAX = 4_000;

    private final Supplier<Library> library;

    /// @param library asked for when a tool is called, not before
    public DocTools(Supplier<Library> library) {
        this.library = library;
    }

    @Override
    public List<Tool> tools() {
        return List.of(
                tool(
                        "search_docs",
                        "Search the documentation",
                        "Finds the passages of Offramp's documentation that answer a question, with the page of each.",
                        new Argument("query", "Words, a question, or an error message.", PassageIndex.QUERY_MAX, true),
                        this::search),
                tool(
                        "read_doc",
                        "Read a page",
                        "The whole text of a page of the documentation, or of one section of it.",
                        new Argument(
                                "path",
                                "As search_docs gives it: /docs/webhooks, /docs/webhooks#retries.",
                                PATH_MAX,
                                true),
                        this::read),
                new Tool(
                        "list_endpoints",
                        "List the API's operations",
                        "Every operation of the API: its id, method and path, what it is about, the scope it needs.",
                        List.of(),
                        Audience.EVERYBODY,
                        false,
                        (_, _) -> Found.of(endpoints())),
                tool(
                        "describe_endpoint",
                        "Describe an operation",
                        "All about one operation: parameters, body, answer, errors, and a request to copy.",
                        new Argument(
                                "operation",
                                "Its id from list_endpoints, or its method and path: POST /payments/withdraw/bank/{id}.",
                                PATH_MAX,
                                true),
                        this::describe),
                tool(
                        "explain_error",
                        "Explain an error",
                        "What an error of the API means and what helps.",
                        new Argument("error", "Its message, its status, or the whole answer.", ERROR_MAX, true),
                        this::explain));
    }

    private static Tool tool(
            String name, String title, String description, Argument argument, Function<String, Found> work) {
        return new Tool(
                name,
                title,
                description,
                List.of(argument),
                Audience.EVERYBODY,
                false,
                (_, arguments) -> work.apply(arguments.text(argument.name())));
    }

    private Found search(String query) {
        List<PassageIndex.Answer> answers = library.get().find(query, FOUND_MAX);
        if (answers.isEmpty()) {
            return Found.of("Nothing was found. Try other words, or list_endpoints.");
        }
        return Found.of(answers.stream().map(DocTools::told).collect(Collectors.joining("\n\n---\n\n")));
    }

    private static String told(PassageIndex.Answer answer) {
        Passage best = answer.best().getFirst();
        String heading = best.heading().isEmpty() ? "" : " > " + best.heading();
        return answer.title() + heading + "\n" + best.path() + "\n\n" + cut(best.whole());
    }

    private static String cut(String text) {
        return text.length() <= PASSAGE_MAX ? text : text.substring(0, PASSAGE_MAX) + " [...]";
    }

    private Found read(String path) {
        String below = path.replaceFirst("^(https?://[^/]+)?(/?docs)?/", "");
        String[] parts = below.split("#", 2);
        String page = parts[0].replaceFirst("\\.md$", "").replaceFirst("/$", "");
        Optional<String> section = parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        return library.get()
                .page(page)
                .map(found -> section.isPresent() ? section(found, section.get()) : Found.of(found.markdown()))
                .orElseGet(() -> Found.error(
                        "There is no page " + DocPage.ROOT + "/" + page + ". search_docs gives the paths of pages."));
    }

    private static Found section(DocPage page, String anchor) {
        return page.section(anchor)
                .map(Found::of)
                .orElseGet(() -> Found.error(page.address() + " has no section #" + anchor + ". Read it without."));
    }

    private String endpoints() {
        return library.get().api().operations().stream()
                .map(operation -> operation.id() + ": " + operation.method() + " /v1" + operation.path() + " - "
                        + operation.summary() + " (" + operation.tag() + ", scope " + operation.scope() + ")")
                .collect(Collectors.joining("\n"));
    }

    private Found describe(String wanted) {
        return library.get()
                .api()
                .find(wanted)
                .map(ApiBook.Operation::page)
                .flatMap(library.get()::page)
                .map(page -> Found.of(page.markdown()))
                .orElseGet(() -> Found.error("There is no such operation. list_endpoints gives all of them."));
    }

    private Found explain(String error) {
        ErrorGuide errors = library.get().errors();
        Optional<ErrorGuide.Entry> entry = errors.explain(error);
        if (entry.isPresent()) {
            return Found.of(told(entry.get()));
        }
        List<ErrorGuide.Entry> ofStatus =
                error.strip().matches("\\d{3}") ? errors.ofStatus(Integer.parseInt(error.strip())) : List.of();
        return ofStatus.isEmpty()
                ? Found.error("No error of the API has that message. /docs/errors lists all of them.")
                : Found.of(ofStatus.stream().map(DocTools::told).collect(Collectors.joining("\n\n")));
    }

    private static String told(ErrorGuide.Entry entry) {
        return entry.status() + " " + entry.message() + "\nCause: " + entry.cause() + "\nCure: " + entry.cure();
    }
}
