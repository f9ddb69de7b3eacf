package dev.offramp.webhooks.apache;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.apache.hc.client5.http.DnsResolver;

/// Answers the client's name look-ups with addresses that may be connected to, and refuses a host that has any other.
/// The client connects to what it is answered here and looks nothing up again, so a name that changes in between
/// gains nothing.
final class GuardedNames implements DnsResolver {

    private final HostNames names;
    private final boolean loopbackAllowed;
    private final ExecutorService lookups;

    /// @param lookups platform threads: the system's look-up cannot be interrupted, so an attempt whose time is up
    ///     leaves it behind
    GuardedNames(HostNames names, boolean loopbackAllowed, ExecutorService lookups) {
        this.names = names;
        this.loopbackAllowed = loopbackAllowed;
        this.lookups = lookups;
    }

    /// The host may not be called. The message is for the endpoint's owner.
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> addresses = lookUp(host);
        for (InetAddress address : addresses) {
            Optional<String> kind = host.contains(":") && address instanceof Inet4Address
                    ? Optional.of("an IPv4-mapped address")
                    : AddressRules.refusal(address, loopbackAllowed);
            if (kind.isPresent()) {
                throw new Refused("host resolves to " + kind.get());
            }
        }
        return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return List.of(resolve(host)).stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        try {
            return lookups.submit(() -> names.resolve(host)).get();
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
