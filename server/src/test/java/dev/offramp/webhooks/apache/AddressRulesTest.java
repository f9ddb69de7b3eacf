package dev.offramp.webhooks.apache;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # address,                       what it is
            0.0.0.0,                         an unspecified address
            0.1.2.3,                         an unspecified address
            10.0.0.1,                        a private address
            10.255.255.255,                  a private address
            100.64.0.1,                      a carrier-grade NAT address
            100.127.255.255,                 a carrier-grade NAT address
            127.0.0.1,                       a loopback address
            127.255.255.254,                 a loopback address
            169.254.169.254,                 a link-local address
            172.16.0.1,                      a private address
            172.31.255.255,                  a private address
            192.0.0.8,                       a reserved address
            192.0.2.1,                       a reserved address
            192.168.1.1,                     a private address
            198.18.0.1,                      a reserved address
            198.19.255.255,                  a reserved address
            203.0.113.9,                     a reserved address
            224.0.0.1,                       a multicast address
            239.255.255.255,                 a multicast address
            240.0.0.1,                       a reserved address
            255.255.255.255,                 a reserved address
            ::,                              an unspecified address
            ::1,                             a loopback address
            ::7f00:1,                        a reserved address
            fc00::1,                         a private address
            fdff::1,                         a private address
            fe80::1,                         a link-local address
            febf::1,                         a link-local address
            fec0::1,                         a private address
            ff02::1,                         a multicast address
            2001::1,                         a reserved address
            2001:db8::1,                     a reserved address
            2002:7f00:1::,                   a reserved address
            64:ff9b::7f00:1,                 a loopback address
            64:ff9b::a00:1,                  a private address
            64:ff9b:1::1,                    a reserved address
            100::1,                          a reserved address
            4000::1,                         a reserved address
            """)
    void refusesWhatIsNotOnThePublicInternet(String address, String kind) {
        assertThat(AddressRules.refusal(InetAddress.ofLiteral(address), false)).isEqualTo(Optional.of(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:80b::200e",
                "64:ff9b::808:808"
            })
    void allowsThePublicInternet(String address) {
        assertThat(AddressRules.refusal(InetAddress.ofLiteral(address), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void allowsThisMachineWhereThatIsWanted(String address) {
        assertThat(AddressRules.refusal(InetAddress.ofLiteral(address), true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "fe80::1", "0.0.0.0"})
    void allowingThisMachineAllowsNoOther(String address) {
        assertThat(AddressRules.refusal(InetAddress.ofLiteral(address), true)).isPresent();
    }
}
