package org.sipbond.container;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sipbond.container.TestArchives.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.certificate.Authority;
import org.sipbond.testkit.certificate.Issued;
import org.sipbond.testkit.program.RequiresProgram;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;
import org.sipbond.wire.agent.IncomingCall;
import org.sipbond.wire.agent.UserAgent;

/** TLS with real peers and certificates of an authority of this test. */
@RequiresProgram("openssl")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsIT {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String SETTING = "org.sipbond.container.";
  private static final String PEER = "127.0.28.100";
  private static final Listener CONTROL =
      Listener.of("control", Transport.UDP, address("127.0.28.1"), 28100);
  private static final Listener TLS =
      Listener.of("tls", Transport.TLS, address("127.0.28.2"), 28101);
  private static final Listener MUTUAL =
      Listener.of("mutual", Transport.TLS, address("127.0.28.3"), 28102);

  private final Path folder;
  private final Authority authority;
  private final Issued own;
  private final Issued changing;
  private final SipContainer container;

  TlsIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    authority = Authority.in(folder, "authority");
    own = authority.issue("own", "DNS:sbc.example.com");
    changing = authority.issue("changing", "DNS:before.example.com");
    Path sar =
        TestArchives.write(
            folder.resolve("steering.sar"), TestArchives.sar("sipbond", SteeringServlet.class));
    container =
        SipContainer.builder(folder.resolve("base"))
            .listeners(List.of(CONTROL, TLS, MUTUAL))
            .http(InetAddress.getLoopbackAddress(), 0)
            .application(Application.of(sar))
            .stackProperty(SETTING + "connect-timeout", "1000")
            .stackProperty(SETTING + "tls.certificate", own.certificate().toString())
            .stackProperty(SETTING + "tls.key", own.key().toString())
            .stackProperty(SETTING + "tls.trust", authority.certificate().toString())
            .stackProperty(of(MUTUAL, "certificate"), changing.certificate().toString())
            .stackProperty(of(MUTUAL, "key"), changing.key().toString())
            .stackProperty(of(MUTUAL, "trust"), authority.certificate().toString())
            .stackProperty(of(MUTUAL, "client-auth"), "required")
            .build();
  }

  @BeforeAll
  void start() throws ContainerException {
    container.start();
  }

  @AfterAll
  void stop() throws ContainerException {
    container.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void answersOver(String protocol) throws IOException {
    Issued client = authority.issue("client-" + protocol, "DNS:client.example.com");
    SSLParameters only = new SSLParameters(null, new String[] {protocol});
    try (UserAgent agent = agent(client, only)) {
      for (int times = 0; times < 2; times++) {
        assertThat(statusOfOptions(agent, TLS)).isEqualTo(200);
      }
      assertThat(agent.messages()).extracting(WireMessage::transport).containsOnly(Transport.TLS);
    }
  }

  @Nested
  class Calls {

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void whoProvesTheDomainThatWasAskedFor(String protocol) throws IOException {
      Names asked = new Names();
      SSLParameters parameters = new SSLParameters(null, new String[] {protocol});
      parameters.setSNIMatchers(List.of(asked));
      Issued pbx = authority.issue("pbx-" + protocol, "DNS:pbx.example.com");
      try (UserAgent agent = agent(pbx, parameters)) {
        assertThat(call(agent, "pbx.example.com")).isEqualTo("yes");
        endedAfterAnswer(agent);
        assertThat(asked.seen()).containsExactly("pbx.example.com");
        assertThat(requests(agent))
            .extracting(request -> request.source().getAddress())
            .containsOnly(TLS.address());
        assertThat(requests(agent).get(0).text().requestUri())
            .isEqualTo("sip:callee@pbx.example.com");
        assertThat(sources(agent)).hasSize(1);
      }
    }

    @Test
    void anAddressThatIsInTheCertificate() throws IOException {
      Names asked = new Names();
      SSLParameters parameters = new SSLParameters();
      parameters.setSNIMatchers(List.of(asked));
      try (UserAgent agent = agent(authority.issue("ip", "IP:" + PEER), parameters)) {
        assertThat(call(agent, PEER)).isEqualTo("yes");
        endedAfterAnswer(agent);
        assertThat(asked.seen()).isEmpty();
      }
    }

    @Test
    void otherDomainsOfTheSamePeerByTheSameConnection() throws IOException {
      Issued both = authority.issue("both", "DNS:a.example.com, DNS:b.example.com");
      try (UserAgent agent = agent(both, new SSLParameters())) {
        assertThat(call(agent, "a.example.com")).isEqualTo("yes");
        endedAfterAnswer(agent);
        assertThat(call(agent, "b.example.com")).isEqualTo("yes");
        endedAfterAnswer(agent);
        assertThat(sources(agent)).hasSize(1);
      }
    }

    @Test
    void withItsOwnCertificateWhereThePeerAsksForOne() throws IOException {
      SSLParameters parameters = new SSLParameters();
      parameters.setNeedClientAuth(true);
      try (UserAgent agent = agent(authority.issue("m", "DNS:pbx.example.com"), parameters)) {
        assertThat(call(agent, "pbx.example.com")).isEqualTo("yes");
        endedAfterAnswer(agent);
      }
    }
  }

  @Nested
  class NeverSendsTo {

    @Test
    void aPeerOfAnotherDomain() throws IOException {
      refused(
          authority.issue("other", "DNS:other.example.com, DNS:*.example.com"),
          "is not of pbx.example.com; it is of: other.example.com, *.example.com");
    }

    @Test
    void aPeerThatProvedAnotherDomainBefore() throws IOException {
      try (UserAgent agent =
          agent(authority.issue("a", "DNS:a.example.com"), new SSLParameters())) {
        assertThat(call(agent, "a.example.com")).isEqualTo("yes");
        endedAfterAnswer(agent);
        int before = requests(agent).size();
        assertThat(call(agent, "b.example.com"))
            .contains(
                "certificate of tls:127.0.28.100:"
                    + agent.address().getPort()
                    + " is not of b.example.com; it is of: a.example.com");
        assertThat(requests(agent)).hasSize(before);
      }
    }

    @Test
    void aPeerWhoseAuthorityIsNotTrusted() throws IOException {
      Authority stranger = Authority.in(folder, "stranger");
      refused(
          stranger.issue("strange", "DNS:pbx.example.com"), "unable to find valid certification");
    }

    @Test
    void aPeerWhoseCertificateHasEnded() throws IOException {
      refused(authority.issueExpired("ended", "DNS:pbx.example.com"), "validity check failed");
    }

    @Test
    void aPeerThatSaysNothing() throws IOException {
      try (ServerSocket silent = new ServerSocket(0, 50, address(PEER))) {
        long start = System.nanoTime();
        assertThat(call(silent.getLocalPort(), "pbx.example.com"))
            .contains("no tls handshake within 1000 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.dividedBy(2));
      }
    }

    private void refused(Issued peer, String reason) throws IOException {
      try (UserAgent agent = agent(peer, new SSLParameters())) {
        assertThat(call(agent, "pbx.example.com")).startsWith("no: ").contains(reason);
        assertThat(agent.messages()).isEmpty();
      }
    }
  }

  @Nested
  class AListenerThatAsksForCertificates {

    @Test
    void answersAClientWithOne() throws IOException {
      Issued client = authority.issue("good", "DNS:client.example.com");
      try (UserAgent agent = agent(client, new SSLParameters())) {
        assertThat(statusOfOptions(agent, MUTUAL)).isEqualTo(200);
      }
    }

    @Test
    void closesOnAClientWithout() throws Exception {
      try (Socket socket = authority.trusting().getSocketFactory().createSocket()) {
        socket.connect(socket(MUTUAL));
        assertThatThrownBy(() -> ended(socket)).isInstanceOf(IOException.class);
      }
    }

    /** With TLS 1.3 a client learns that it is refused only after the handshake. */
    private void ended(Socket socket) throws IOException {
      byte[] keepAlive = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.getOutputStream().write(keepAlive);
      assertThat(socket.getInputStream().read()).as("what answers a keep-alive").isNegative();
    }
  }

  /** The listener MUTUAL has the files that change. */
  @Nested
  class AfterItsFilesChanged {

    @Test
    void showsTheNewCertificateToWhoConnects() throws Exception {
      replace(authority.issue("new", "DNS:after.example.com"));
      assertThat(shown(MUTUAL)).contains("after.example.com");
    }

    @Test
    void keepsTheOldOneWhereTheNewIsBroken() throws Exception {
      replace(authority.issue("good-before", "DNS:kept.example.com"));
      assertThat(shown(MUTUAL)).contains("kept.example.com");
      Files.writeString(changing.certificate(), "no certificate");
      assertThat(shown(MUTUAL)).contains("kept.example.com");
      Issued other = authority.issue("other-key", "DNS:never.example.com");
      Files.copy(other.certificate(), changing.certificate(), REPLACE_EXISTING);
      assertThat(shown(MUTUAL)).contains("kept.example.com");
      Files.copy(other.key(), changing.key(), REPLACE_EXISTING);
      assertThat(shown(MUTUAL)).contains("never.example.com");
    }

    private void replace(Issued by) throws IOException {
      Files.copy(by.certificate(), changing.certificate(), REPLACE_EXISTING);
      Files.copy(by.key(), changing.key(), REPLACE_EXISTING);
    }

    private String shown(Listener listener) throws Exception {
      SSLContext context = own.context(authority.certificate());
      try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
        socket.connect(socket(listener));
        socket.startHandshake();
        X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        return String.valueOf(shown.getSubjectAlternativeNames());
      }
    }
  }

  private static String of(Listener listener, String setting) {
    return SETTING + "tls." + listener.advertised() + "." + setting;
  }

  private UserAgent agent(Issued certificate, SSLParameters parameters) throws IOException {
    UserAgent agent =
        UserAgent.openTls(
            "peer", address(PEER), 0, certificate.context(authority.certificate()), parameters);
    agent.answerCalls();
    return agent;
  }

  /** What the application says of its INVITE, which it sends to the agent for that domain. */
  private static String call(UserAgent agent, String domain) throws IOException {
    return call(agent.address().getPort(), domain);
  }

  private static String call(int port, String domain) throws IOException {
    String told = "sip:callee@%s;by=%d;over=tls;at=%d".formatted(domain, TLS.port(), port);
    try (UserAgent control = UserAgent.open("control", Transport.UDP, address(PEER), 0)) {
      SipText ok = control.request("OPTIONS", told, socket(CONTROL)).awaitFinal(LIMIT);
      return ok.header("X-Sent").orElseThrow();
    }
  }

  private static void endedAfterAnswer(UserAgent agent) {
    IncomingCall call = agent.awaitCall(LIMIT);
    call.awaitAck(LIMIT);
    call.awaitRequest("BYE", LIMIT);
  }

  private static int statusOfOptions(UserAgent agent, Listener listener) {
    return agent
        .request("OPTIONS", "sip:anybody@example.com;by=0", socket(listener))
        .awaitFinal(LIMIT)
        .status();
  }

  private static List<WireMessage> requests(UserAgent agent) {
    return agent.messages().stream().filter(message -> message.text().isRequest()).toList();
  }

  private static Set<InetSocketAddress> sources(UserAgent agent) {
    return requests(agent).stream().map(WireMessage::source).collect(Collectors.toSet());
  }

  private static InetSocketAddress socket(Listener listener) {
    return new InetSocketAddress(listener.address(), listener.port());
  }

  /** Records the names that clients ask for. */
  private static final class Names extends SNIMatcher {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    Names() {
      super(StandardConstants.SNI_HOST_NAME);
    }

    List<String> seen() {
      return seen;
    }

    @Override
    public boolean matches(SNIServerName name) {
      seen.add(new String(name.getEncoded(), StandardCharsets.US_ASCII));
      return true;
    }
  }
}
