package dev.offramp.look;

import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.util.ArrayList;
import java.util.List;

/// The face that has the kept files of all others.
public final class KeptFiles implements Face {

    private final List<KeptFile> files;

    /// @param files beside those of [Look]
    public KeptFiles(List<KeptFile> files) {
        List<KeptFile> all = new ArrayList<>(Look.FILES);
        all.addAll(files);
        this.files = List.copyOf(all);
    }

    @Override
    public String name() {
        return "files";
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
                .orElseGet(() -> PlainLine.answer(404, "not found"));
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return PlainLine.refuse(fault, requestId);
    }
}
