package org.sipbond.container.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipbond.container.ContainerException;
import org.sipbond.container.SipContainer;
import org.sipbond.container.SipContainerBuilder;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.testkit.certificate.Authority;
import org.sipbond.testkit.program.RequiresProgram;

/** What the document says of TLS, seen by who connects. */
@RequiresProgram("openssl")
class ConfiguredTlsIT {
  private final Path folder;
  private final Authority authority;

  ConfiguredTlsIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.authority = Authority.in(folder, "authority");
  }

  @Test
  void isThatOfTheListener() throws Exception {
    authority.issue("sbc", "DNS:sbc.example.com");
    authority.issue("other", "DNS:other.example.com");
    AppConfig config =
        config(
            """
            listeners {
              first = "tls:127.0.28.5:28105"
              second { bind = "tls:[::1]:28106", tls { certificate = other.pem, key = other.key } }
            }
            tls { certificate = sbc.pem, key = sbc.key, trust = authority.pem }
            connect-timeout = 1500ms
            bonds { b = [first, second] }
            rules = []
            """);
    Map<String, String> properties = ConnectionProperties.of(config.connections(), folder);
    assertThat(properties).containsEntry("org.sipbond.container.connect-timeout", "1500");
    SipContainerBuilder builder =
        SipContainer.builder(folder.resolve("base"))
            .listeners(config.listeners())
            .http(InetAddress.getLoopbackAddress(), 0);
    properties.forEach(builder::stackProperty);
    try (SipContainer container = builder.build()) {
      container.start();
      assertThat(shown("127.0.28.5", 28105)).isEqualTo("sbc.example.com");
      assertThat(shown("::1", 28106)).isEqualTo("other.example.com");
    }
  }

  @Test
  void isNeededForAListener() throws Exception {
    Listener bare =
        config(
                "listeners { a = \"tls:127.0.28.5:28105\" }\nbonds { b = [a] }\nrules = []\n"
                    + "listeners-from = container")
            .listeners()
            .get(0);
    SipContainer container =
        SipContainer.builder(folder.resolve("base"))
            .listeners(List.of(bare))
            .http(InetAddress.getLoopbackAddress(), 0)
            .build();
    assertThat(catchThrowableOfType(ContainerException.class, container::start).problems())
        .singleElement()
        .asString()
        .contains("no certificate; allowed: a certificate and a key for each tls listener");
  }

  private AppConfig config(String text) throws IOException {
    Path document = folder.resolve("sipbond.conf");
    Files.writeString(document, text);
    return ServerDocument.readWithFiles(document)
        .fold(
            config -> config,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private String shown(String address, int port) throws Exception {
    SSLContext context = authority.trusting();
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
      socket.connect(
          new InetSocketAddress(IpLiteral.parse(address).orElseThrow(), port),
          (int) Duration.ofSeconds(5).toMillis());
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return String.valueOf(shown.getSubjectAlternativeNames().iterator().next().get(1));
    }
  }
}
