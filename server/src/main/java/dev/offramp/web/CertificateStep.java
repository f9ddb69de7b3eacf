package dev.offramp.web;

import dev.offramp.jobs.Step;
import io.helidon.common.tls.Tls;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices a renewed certificate. Connections that are open go on under the old one, new ones get the new one. While
/// the files do not fit together, which they may not for a moment, the old one stays.
final class CertificateStep implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateStep.class);

    private final TlsFiles files;
    private final Consumer<Tls> use;
    private TlsFiles.Content seen;

    /// @param seen what is in use
    CertificateStep(TlsFiles files, TlsFiles.Content seen, Consumer<Tls> use) {
        this.files = files;
        this.seen = seen;
        this.use = use;
    }

    @Override
    public String name() {
        return "web.certificate";
    }

    @Override
    public boolean runOnce() {
        try {
            renew(files.content());
        } catch (UnusableCertificate unusable) {
            LOG.warn("the certificate was not renewed: {}", unusable.getMessage());
        }
        return false;
    }

    private void renew(TlsFiles.Content content) {
        if (content.equals(seen)) {
            return;
        }
        seen = content;
        use.accept(TlsFiles.read(content));
        LOG.info("the certificate was renewed");
    }
}
