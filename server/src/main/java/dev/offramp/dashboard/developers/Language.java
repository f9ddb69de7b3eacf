package dev.offramp.dashboard.developers;

import java.util.Locale;
import java.util.Optional;

/// What an example is written in. Each is a whole program with nothing but its language's own library: it generates a
/// deposit address and prints the answer. The secret comes from the surroundings, so that no program holds it.
public enum Language {
    CURL("curl", """
            curl -s %URL%/trades/sell/assets/%ASSET%/generate-address \\
              -H "x-app-id: %APP_ID%" \\
              -H "x-app-secret: $OFFRAMP_APP_SECRET" \\
              -H "X-Breet-Env: %ENVIRONMENT%" \\
              -H "Content-Type: application/json" \\
              -d '{"label":"ada"}'
            """),

    JAVASCRIPT("JavaScript", """
            const answer = await fetch("%URL%/trades/sell/assets/%ASSET%/generate-address", {
              method: "POST",
              headers: {
                "x-app-id": "%APP_ID%",
                "x-app-secret": process.env.OFFRAMP_APP_SECRET,
                "X-Breet-Env": "%ENVIRONMENT%",
                "Content-Type": "application/json",
              },
              body: JSON.stringify({ label: "ada" }),
            });
            console.log(await answer.json());
            """),

    PYTHON("Python", """
            import json, os, urllib.request

            request = urllib.request.Request(
                "%URL%/trades/sell/assets/%ASSET%/generate-address",
                data=json.dumps({"label": "ada"}).encode(),
                headers={
                    "x-app-id": "%APP_ID%",
                    "x-app-secret": os.environ["OFFRAMP_APP_SECRET"],
                    "X-Breet-Env": "%ENVIRONMENT%",
                    "Content-Type": "application/json",
                },
            )
            with urllib.request.urlopen(request) as answer:
                print(json.load(answer))
            """),

    JAVA("Java", """
            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpResponse.BodyHandlers;

            void main() throws Exception {
                HttpRequest request = HttpRequest.newBuilder()
                        .uri(URI.create("%URL%/trades/sell/assets/%ASSET%/generate-address"))
                        .header("x-app-id", "%APP_ID%")
                        .header("x-app-secret", System.getenv("OFFRAMP_APP_SECRET"))
                        .header("X-Breet-Env", "%ENVIRONMENT%")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\\"label\\":\\"ada\\"}"))
                        .build();
                try (HttpClient client = HttpClient.newHttpClient()) {
                    IO.println(client.send(request, BodyHandlers.ofString()).body());
                }
            }
            """),

    PHP("PHP", """
            <?php
            $answer = file_get_contents("%URL%/trades/sell/assets/%ASSET%/generate-address", false,
                stream_context_create(["http" => [
                    "method" => "POST",
                    "header" => [
                        "x-app-id: %APP_ID%",
                        "x-app-secret: " . getenv("OFFRAMP_APP_SECRET"),
                        "X-Breet-Env: %ENVIRONMENT%",
                        "Content-Type: application/json",
                    ],
                    "content" => json_encode(["label" => "ada"]),
                ]]));
            print_r(json_decode($answer, true));
            """),

    GO("Go", """
            package main

            import (
            \t"fmt"
            \t"io"
            \t"net/http"
            \t"os"
            \t"strings"
            )

            func main() {
            \trequest, err := http.NewRequest("POST",
            \t\t"%URL%/trades/sell/assets/%ASSET%/generate-address",
            \t\tstrings.NewReader(`{"label":"ada"}`))
            \tif err != nil {
            \t\tpanic(err)
            \t}
            \trequest.Header.Set("x-app-id", "%APP_ID%")
            \trequest.Header.Set("x-app-secret", os.Getenv("OFFRAMP_APP_SECRET"))
            \trequest.Header.Set("X-Breet-Env", "%ENVIRONMENT%")
            \trequest.Header.Set("Content-Type", "application/json")
            \tanswer, err := http.DefaultClient.Do(request)
            \tif err != nil {
            \t\tpanic(err)
            \t}
            \tdefer answer.Body.Close()
            \tbody, err := io.ReadAll(answer.Body)
            \tfmt.Println(string(body), err)
            }
            """);

    private final String label;
    private final String program;

    Language(String label, String program) {
        this.label = label;
        this.program = program;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Language> parse(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /// The program for one reader.
    ///
    /// @param url where the API is, ending in `/v1`
    /// @param asset id of what is to be deposited
    String program(String url, String appId, String environment, String asset) {
        return program.replace("%URL%", url)
                .replace("%APP_ID%", appId)
                .replace("%ENVIRONMENT%", environment)
                .replace("%ASSET%", asset);
    }
}
