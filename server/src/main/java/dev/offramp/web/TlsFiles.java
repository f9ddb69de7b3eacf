package dev.offramp.web;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the server's certificate and its key lie, in PEM, as certificate authorities' clients write them.
///
/// @param certificate the server's own first, then those between it and the authority
/// @param key not encrypted
public record TlsFiles(Path certificate, Path key) {

    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /// By algorithm of the key.
    private static final Map<String, String> SIGNATURES = Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

    /// What the files hold, to see whether they have changed.
    record Content(String certificate, String key) {
        @Override
        public String toString() {
            return "Content[hidden]";
        }
    }

    Content content() {
        return new Content(text(certificate), text(key));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UnusableCertificate("cannot read " + file, e);
        }
    }

    /// @throws UnusableCertificate when this is no certificate with its key; both files may be in the making
    static Tls read(Content content) {
        Keys pair = pair(content);
        List<X509Certificate> chain = pair.certChain();
        PrivateKey key = pair.privateKey().orElseThrow(() -> new UnusableCertificate("there is no key in the file"));
        if (chain.isEmpty()) {
            throw new UnusableCertificate("there is no certificate in the file");
        }
        if (!belongTogether(key, chain.getFirst().getPublicKey())) {
            throw new UnusableCertificate("the key is not the certificate's");
        }
        return Tls.builder()
                .privateKey(key)
                .privateKeyCertChain(chain)
                .enabledProtocols(PROTOCOLS)
                .build();
    }

    /// What keeps these files from being served under at `now`; empty where nothing does.
    public Optional<String> fault(Instant now) {
        try {
            Content content = content();
            read(content);
            pair(content).certChain().getFirst().checkValidity(Date.from(now));
            return Optional.empty();
        } catch (UnusableCertificate e) {
            return Optional.of(e.getMessage());
        } catch (CertificateExpiredException e) {
            return Optional.of("the certificate in " + certificate + " has expired");
        } catch (CertificateNotYetValidException e) {
            return Optional.of("the certificate in " + certificate + " is not valid yet");
        }
    }

    private static Keys pair(Content content) {
        try {
            return Keys.builder()
                    .pem(pem -> pem.key(Resource.create("key", content.key()))
                            .certChain(Resource.create("certificate", content.certificate())))
                    .build();
        } catch (RuntimeException e) {
            // Their messages may quote the file.
            throw new UnusableCertificate("the files are not a certificate and a key in PEM", e.getClass());
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey certified) {
        try {
            Signature signing = Signature.getInstance(SIGNATURES.getOrDefault(key.getAlgorithm(), "?"));
            signing.initSign(key);
            byte[] signature = signing.sign();
            signing.initVerify(certified);
            return signing.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
