package dev.offramp.web;

import dev.offramp.db.Trouble;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the face of a request and keeps what goes wrong behind it from getting any further. This is where bugs and
/// troubles that no face has dealt with are logged, once.
///
/// @param all the last one has all that no other claims, and answers what is no HTTP at all
record Faces(List<Face> all) {

    private static final Logger LOG = LoggerFactory.getLogger(Faces.class);

    Faces {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a server needs a face");
        }
        all = List.copyOf(all);
    }

    Face last() {
        return all.getLast();
    }

    /// The last one is asked first, so that its requests wake no other ([LateFace]).
    Face of(String path) {
        return last().claims(path)
                ? last()
                : all.stream().filter(face -> face.claims(path)).findFirst().orElse(last());
    }

    /// The face's answer, or what it says of the fault there was. Throws nothing but errors.
    static RawAnswer guarded(Face face, RawRequest request) {
        try {
            return face.answer(request);
        } catch (Trouble trouble) {
            LOG.warn("{} {}: {}", request.method(), request.path(), trouble.getMessage());
            return face.refuse(new Fault.Unavailable(trouble.retryAfter()), request.requestId());
        } catch (RuntimeException bug) {
            LOG.error("{} {} failed", request.method(), request.path(), bug);
            return face.refuse(new Fault.Bug(), request.requestId());
        }
    }
}
