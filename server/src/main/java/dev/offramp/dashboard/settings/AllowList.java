package dev.offramp.dashboard.settings;

import dev.offramp.dashboard.credentials.CredentialForm;
import dev.offramp.dashboard.form.Field;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.Credential;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// From where the API may be used, over all credentials that are managed in one environment.
///
/// @param isOne whether they all have the same addresses
/// @param lines these addresses, one a line; empty for anywhere
public record AllowList(boolean isOne, String lines) {

    public static final Field<List<AddressRange>> ADDRESSES = CredentialForm.ADDRESSES;

    static AllowList of(List<Credential> credentials) {
        Set<String> all =
                credentials.stream().map(one -> text(one.limits().addresses())).collect(Collectors.toSet());
        return all.size() == 1 ? new AllowList(true, all.iterator().next()) : new AllowList(all.isEmpty(), "");
    }

    static String text(List<AddressRange> addresses) {
        return addresses.stream().map(AddressRange::toString).collect(Collectors.joining("\n"));
    }
}
