package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.web.RawClient;
import dev.offramp.web.Web;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is no HTTP gets its answer in the envelope as well (decision 7).
class MalformedHttpTest {

    /// `~` is a line end, `^n` stands for as many letters.
    private static final String CASES = """
            GET /v1/a%zz HTTP/1.1~Host: a~~                                        | 400 malformed request
            GET /v1/a% HTTP/1.1~Host: a~~                                          | 400 malformed request
            GET /v1/things?a=%zz HTTP/1.1~Host: a~~                                | 400 malformed request
            GET /v1/a<b> HTTP/1.1~Host: a~~                                        | 400 malformed request
            garbage~~                                                              | 400 malformed request
            GET~~                                                                  | 400 malformed request
            GET /v1/things~~                                                       | 400 malformed request
            GET  /v1/things HTTP/1.1~Host: a~~                                     | 400 malformed request
            ~~                                                                     | 400 malformed request
            \u0016\u0003\u0001\u0002\u0001~~                                       | 400 malformed request
            GE T /v1/things HTTP/1.1~Host: a~~                                     | 400 malformed request
            GE(T /v1/things HTTP/1.1~Host: a~~                                     | 400 malformed request
            G{}T /v1/things HTTP/1.1~Host: a~~                                     | 400 malformed request
            GET /v1/things HTTP/1.0~Host: a~~                                      | 400 HTTP/1.1 is required
            GET /v1/things HTTP/2.0~Host: a~~                                      | 400 malformed request
            PRI * HTTP/2.0~~SM~~                                                   | 400 malformed request
            GET /v1/^9000 HTTP/1.1~Host: a~~                                       | 400 malformed request
            GET /v1/things HTTP/1.1~Host: a~X: ^20000~~                            | 400 malformed request
            GET /v1/things HTTP/1.1~Host: a~^20000: a~~                            | 400 malformed request
            GET /v1/things HTTP/1.1~~                                              | 400 malformed request
            GET /v1/things HTTP/1.1~Host: a~Host: b~~                              | 400 malformed request
            GET /v1/things HTTP/1.1~Host: a:b~~                                    | 400 malformed request
            GET /v1/things HTTP/1.1~Host: a~no colon~~                             | 400 malformed request
            GET /v1/things HTTP/1.1~Host: a~x y: z~~                               | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Content-Length: -1~~                  | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Content-Length: abc~~                 | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Content-Length: 1 1~~a                | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Content-Length: 99999999999999999999~~ | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Content-Length: 2~Content-Length: 3~~abc | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Transfer-Encoding: gzip~~             | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~    | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Transfer-Encoding: chunked~Content-Length: 3~~3~abc~0~~ | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Transfer-Encoding: chunked~~xyz~abc~0~~ | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Transfer-Encoding: chunked~~-3~abc~0~~ | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Transfer-Encoding: chunked~~3~abc~0~x~ | 400 malformed request
            POST /v1/things HTTP/1.1~Host: a~Content-Encoding: gzip~Content-Length: 3~~abc | 415 Content-Encoding is not supported
            """;

    private static Web web;

    @BeforeAll
    static void start() {
        web = Things.served(Things.all(), 64);
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    static List<String[]> cases() {
        return Arrays.stream(CASES.split("\n"))
                .map(line -> line.split(" +\\| ", 2))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredInTheEnvelope(String request, String expected) throws IOException {
        RawClient.Reply reply = RawClient.ask(web.port(), written(request));

        assertThat(reply.status() + " " + reply.message()).isEqualTo(expected);
        assertThat(reply.json().path("success").asBoolean(true)).isFalse();
        assertThat(reply.json().path("errors").isArray()).isTrue();
        assertThat(reply.headers())
                .containsEntry("content-type", "application/json; charset=utf-8")
                .containsKey("x-request-id");
    }

    @Test
    void theServerGoesOn() throws IOException {
        assertThat(RawClient.ask(web.port(), "GET /v1/things HTTP/1.1\r\nHost: a\r\n\r\n")
                        .status())
                .isEqualTo(401);
    }

    private static String written(String request) {
        String text = request.replace("~", "\r\n");
        int mark = text.indexOf('^');
        if (mark < 0) {
            return text;
        }
        String digits = text.substring(mark + 1).replaceAll("\\D.*", "").replaceAll("(?s)\\r.*", "");
        return text.replace("^" + digits, "a".repeat(Integer.parseInt(digits)));
    }
}
