package dev.offramp.look;

import dev.offramp.web.Body;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The face that has the kept files of all others.
public final class KeptFiles implements Face {

    private static final Map<String, String> PLAIN = Map.of("Content-Type", "text/plain; charset=utf-8");

    private final List<KeptFile> files;

    /// @param files beside those of [Look]
    public KeptFiles(List<KeptFile> files) {
        List<KeptFile> all = new ArrayList<>(Look.FILES);
        all.addAll(files);
        this.files = List.copyOf(all);
    }

    @Override
    public boolean claims(String path) {
        return path.startsWith(KeptFile.ROOT);
    }

    /// A file that there is no longer is as one that never was: the page that named it is old.
    @Override
    public RawAnswer answer(RawRequest request) {
        return files.stream()
                .filter(file -> file.path().equals(request.path()))
                .findFirst()
                .map(file -> file.answer(request))
                .orElseGet(() -> plain(404, "not found"));
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return switch (fault) {
            case Fault.Unavailable(var retryAfter) ->
                plain(503, "service unavailable").with("Retry-After", RawAnswer.seconds(retryAfter));
            case Fault.Bug() -> plain(500, "something went wrong: request " + requestId);
            case Fault.Malformed(),
                    Fault.VersionUnsupported(),
                    Fault.EncodingUnsupported(),
                    Fault.BodyTooLarge(),
                    Fault.BodyLate() -> plain(400, "malformed request");
        };
    }

    private static RawAnswer plain(int status, String text) {
        return Html.safe(status, PLAIN, new Body.Whole(text.getBytes(StandardCharsets.UTF_8)));
    }
}
