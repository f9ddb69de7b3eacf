package dev.offramp.chains.evm;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON-RPC 2.0 to one node, several questions in one request where the node takes that.
final class Rpc {

    /// One question in JSON-RPC.
    record Call(String method, List<Object> params) {

        static Call of(String method, Object... params) {
            return new Call(method, List.of(params));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Rpc.class);
    /// Call frames nest up to 1024 deep, two levels of JSON each.
    private static final int DEPTH_MAX = 5_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

    private final NodeAddress address;
    private final NodeHttp http;
    private volatile boolean takesBatches = true;

    Rpc(NodeAddress address, NodeHttp http) {
        this.address = address;
        this.http = http;
    }

    <T> RpcAnswer<T> ask(Call call, Shape<T> shape) {
        byte[] body = MAPPER.writeValueAsBytes(envelope(0, call));
        return switch (http.post(body, stream -> single(stream, shape))) {
            case NodeHttp.Reply.Body<RpcAnswer<T>>(RpcAnswer<T> answer) -> answer;
            case NodeHttp.Reply.Status<RpcAnswer<T>>(int code) -> new RpcAnswer.Refused<>(code, "HTTP " + code);
        };
    }

    /// One answer for each question, in their order. What a batch refuses is asked again alone: nodes limit the size
    /// of a batch's answer.
    <T> List<RpcAnswer<T>> askAll(List<Call> calls, Shape<T> shape) {
        if (calls.size() < 2 || !takesBatches) {
            return askSingly(calls, shape);
        }
        Optional<Map<Long, RpcAnswer<T>>> batch = batch(calls, shape);
        if (batch.isEmpty()) {
            List<RpcAnswer<T>> answers = askSingly(calls, shape);
            noteNoBatches(answers);
            return answers;
        }
        List<RpcAnswer<T>> answers = new ArrayList<>(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            RpcAnswer<T> answer = batch.get().get((long) i);
            answers.add(isWorthAsking(answer) ? ask(calls.get(i), shape) : answer);
        }
        return answers;
    }

    /// Answered alone, refused together: so it was the batch.
    private void noteNoBatches(List<? extends RpcAnswer<?>> answers) {
        if (answers.stream().noneMatch(RpcAnswer.Refused.class::isInstance)) {
            takesBatches = false;
            LOG.info("{} takes no batches; each question is asked alone", address);
        }
    }

    private static boolean isWorthAsking(RpcAnswer<?> answer) {
        return answer instanceof RpcAnswer.Refused<?> refused && !refused.isMethodMissing();
    }

    private <T> List<RpcAnswer<T>> askSingly(List<Call> calls, Shape<T> shape) {
        return calls.stream().map(call -> ask(call, shape)).toList();
    }

    /// Empty when the node will not have a batch at all.
    private <T> Optional<Map<Long, RpcAnswer<T>>> batch(List<Call> calls, Shape<T> shape) {
        byte[] body = MAPPER.writeValueAsBytes(IntStream.range(0, calls.size())
                .mapToObj(i -> envelope(i, calls.get(i)))
                .toList());
        return switch (http.post(body, stream -> several(stream, shape))) {
            case NodeHttp.Reply.Status<Optional<Map<Long, RpcAnswer<T>>>>(int code) -> refusedBatch(code);
            case NodeHttp.Reply.Body<Optional<Map<Long, RpcAnswer<T>>>>(Optional<Map<Long, RpcAnswer<T>>> answers) -> {
                answers.ifPresent(found -> checkComplete(calls.size(), found));
                yield answers;
            }
        };
    }

    private <T> Optional<T> refusedBatch(int code) {
        if (code >= 500 || code == 401 || code == 403) {
            throw address.trouble("answered HTTP " + code);
        }
        return Optional.empty();
    }

    private void checkComplete(int count, Map<Long, ?> answers) {
        boolean isComplete =
                answers.size() == count && IntStream.range(0, count).allMatch(i -> answers.containsKey((long) i));
        if (!isComplete) {
            throw address.trouble("left out answers of a batch");
        }
    }

    private static Map<String, Object> envelope(long id, Call call) {
        return Map.of("jsonrpc", "2.0", "id", id, "method", call.method(), "params", call.params());
    }

    private static <T> RpcAnswer<T> single(InputStream stream, Shape<T> shape) {
        try (JsonParser parser = MAPPER.createParser(stream)) {
            parser.nextToken();
            RpcAnswer<T> answer = RpcReply.read(parser, shape).answer();
            end(parser);
            return answer;
        }
    }

    private static <T> Optional<Map<Long, RpcAnswer<T>>> several(InputStream stream, Shape<T> shape) {
        try (JsonParser parser = MAPPER.createParser(stream)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return Optional.empty();
            }
            Map<Long, RpcAnswer<T>> answers = new HashMap<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                RpcReply<T> reply = RpcReply.read(parser, shape);
                answers.put(reply.id(), reply.answer());
            }
            end(parser);
            return Optional.of(answers);
        }
    }

    private static void end(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "something follows the answer");
        }
    }
}
