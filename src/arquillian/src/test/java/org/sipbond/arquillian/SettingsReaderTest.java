package org.sipbond.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

class SettingsReaderTest {
  @Test
  void readsEveryProperty() {
    SettingsReader reader =
        new SettingsReader(
            Map.of(
                "listeners", "\n  a=udp:127.0.0.1:5060, tcp:[::1]:5061\n",
                "listenersWherePresent", "b=udp:192.0.2.1:5060 c=udp:127.0.0.9:5060",
                "httpAddress", "127.0.0.2",
                "httpPort", "8080",
                "applicationRouter", "INVITE: (one)\n OPTIONS: (two)",
                "baseDirectory", "target/there",
                "stackProperties", "one=1\ntwo=2"));
    Settings settings = reader.read();
    assertThat(reader.problems()).isEmpty();
    assertThat(settings)
        .isEqualTo(
            new Settings(
                List.of(
                    Listener.of(
                        "a", Transport.UDP, IpLiteral.parse("127.0.0.1").orElseThrow(), 5060),
                    Listener.of(
                        "tcp:[::1]:5061",
                        Transport.TCP,
                        IpLiteral.parse("::1").orElseThrow(),
                        5061),
                    Listener.of(
                        "c", Transport.UDP, IpLiteral.parse("127.0.0.9").orElseThrow(), 5060)),
                IpLiteral.parse("127.0.0.2").orElseThrow(),
                8080,
                List.of("INVITE: (one)", "OPTIONS: (two)"),
                Path.of("target/there"),
                Map.of("one", "1", "two", "2")));
  }

  @Test
  void needsNothingButListeners() {
    SettingsReader reader = new SettingsReader(Map.of("listeners", "udp:127.0.0.1:5060"));
    Settings settings = reader.read();
    assertThat(reader.problems()).isEmpty();
    assertThat(settings.httpAddress()).isEqualTo(InetAddress.getLoopbackAddress());
    assertThat(settings.httpPort()).isZero();
    assertThat(settings.applicationRouter()).isEmpty();
    assertThat(settings.baseDirectory()).isEqualTo(Path.of("target/container"));
    assertThat(settings.stackProperties()).isEmpty();
  }

  @Test
  void tellsEveryProblemAtOnce() {
    SettingsReader reader =
        new SettingsReader(
            Map.of(
                "listeners", "udp:127.0.0.1 x=sctp:127.0.0.1:5060",
                "httpAddress", "localhost",
                "httpPort", "70000",
                "port", "1"));
    reader.read();
    assertThat(reader.problems())
        .containsExactly(
            "property port; allowed: applicationRouter, baseDirectory, httpAddress, httpPort,"
                + " listeners, listenersWherePresent, stackProperties",
            "listeners: found \"udp:127.0.0.1\"; allowed: name=transport:address:port, as"
                + " udp:127.0.0.1:5060",
            "listeners: found \"x=sctp:127.0.0.1:5060\"; allowed: name=transport:address:port, as"
                + " udp:127.0.0.1:5060",
            "listeners: found \"\"; allowed: one or more of name=transport:address:port",
            "httpAddress: found \"localhost\"; allowed: an IP address",
            "httpPort: found \"70000\"; allowed: 0 to 65535");
  }
}
