package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.7            | 203.0.113.7            | true
            203.0.113.7            | 203.0.113.8            | false
            203.0.113.0/24         | 203.0.113.255          | true
            203.0.113.0/24         | 203.0.114.0            | false
            203.0.113.77/24        | 203.0.113.1            | true
            203.0.113.128/25       | 203.0.113.127          | false
            10.0.0.0/9             | 10.127.255.255         | true
            10.0.0.0/9             | 10.128.0.0             | false
            0.0.0.0/0              | 198.51.100.1           | true
            0.0.0.0/0              | 2001:db8::1            | false
            ::/0                   | 2001:db8::1            | true
            ::/0                   | 198.51.100.1           | false
            2001:db8::/32          | 2001:db8:ffff::1       | true
            2001:db8::/32          | 2001:db9::             | false
            2001:db8::1            | 2001:db8:0:0:0:0:0:1   | true
            203.0.113.7            | ::ffff:203.0.113.7     | true
            ::ffff:203.0.113.7     | 203.0.113.7            | true
            """)
    void containsWhatSharesItsPrefix(String range, String address, boolean inside) {
        assertThat(AddressRange.parse(range).orElseThrow().contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "localhost",
                "example.com",
                "203.0.113",
                "3405803783",
                "203.0.113.256",
                "203.0.113.7/33",
                "203.0.113.7/-1",
                "203.0.113.7/",
                "203.0.113.7/08",
                "203.0.113.7/8/8",
                "2001:db8::/129",
                "fe80::1%eth0",
                ":",
                " 203.0.113.7"
            })
    void readsNothingElse(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77/24, 203.0.113.0/24",
        "203.0.113.7, 203.0.113.7/32",
        "2001:db8::1/128, 2001:db8:0:0:0:0:0:1/128"
    })
    void isWrittenAsItIsRead(String text, String written) {
        AddressRange range = AddressRange.parse(text).orElseThrow();

        assertThat(range).hasToString(written);
        assertThat(AddressRange.parse(written)).contains(range);
    }
}
