package dev.offramp.acceptance.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A request on its way to become bytes.
///
/// @param head the request line without its end
/// @param headers lines without their ends; `Content-Length` is not among them unless somebody put it there
record Draft(String head, List<String> headers, byte[] body) {

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// In UTF-8.
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Draft head(UnaryOperator<String> change) {
        return new Draft(change.apply(head), headers, body);
    }

    /// Another target in the request line.
    Draft target(UnaryOperator<String> change) {
        String[] parts = head.split(" ", 3);
        return new Draft(parts[0] + " " + change.apply(parts[1]) + " " + parts[2], headers, body);
    }

    Draft body(byte[] other) {
        return new Draft(head, headers, other);
    }

    Draft with(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return new Draft(head, more, body);
    }

    Draft without(String name) {
        return new Draft(
                head,
                headers.stream()
                        .filter(line -> !line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                        .toList(),
                body);
    }

    Draft instead(String name, String value) {
        return without(name).with(name + ": " + value);
    }

    /// With the length it has.
    byte[] written() {
        return with("Content-Length: " + body.length).raw("\r\n");
    }

    /// As it stands, with this line end.
    byte[] raw(String lineEnd) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin(head + lineEnd));
        headers.forEach(line -> out.writeBytes(latin(line + lineEnd)));
        out.writeBytes(latin(lineEnd));
        out.writeBytes(body);
        return out.toByteArray();
    }
}
