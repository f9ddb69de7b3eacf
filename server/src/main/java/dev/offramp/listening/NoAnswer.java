package dev.offramp.listening;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;

/// Why there was no answer, in plain words.
final class NoAnswer {

    private NoAnswer() {}

    static String words(IOException e) {
        return switch (e) {
            case ConnectException _ -> "nothing answers there";
            case HttpTimeoutException _ -> "no answer in time";
            default -> "the connection broke";
        };
    }
}
