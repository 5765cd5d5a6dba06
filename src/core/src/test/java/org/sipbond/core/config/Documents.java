package org.sipbond.core.config;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipbond.core.net.IpLiteral;

/** A document that is valid, to be changed by tests, and what the reader says of documents. */
public final class Documents {
  public static final FlatDocument VALID =
      FlatDocument.of(
          """
          listeners.int-udp = udp:192.0.2.3:5060
          listeners.ext-udp.bind = udp:192.0.2.4:5060
          listeners.ext-udp.advertise = 198.51.100.7:5080
          listeners.ext-tls6 = tls:[2001:DB8:0::1]:5061
          tls.certificate = sbc.pem
          tls.key = sbc.key
          bonds.intern.1 = int-udp
          bonds.extern.members.1 = ext-udp
          bonds.extern.members.2.listener = ext-tls6
          bonds.extern.members.2.priority = 1
          bonds.extern.members.2.weight = 3
          bonds.extern.on-no-match = reject
          next-hops.pbx = sip:192.0.2.9
          next-hops.carrier1 = sip:carrier1.example.com
          rules.1.from = intern
          rules.1.to = extern
          rules.1.user = 00*
          rules.1.next-hop = carrier1
          rules.2.from = extern
          rules.2.to = intern
          rules.2.next-hop = pbx
          """);

  private Documents() {}

  public static AppConfig config(FlatDocument document) {
    return read(document)
        .fold(
            config -> config,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  static List<Problem> problems(FlatDocument document) {
    return read(document).fold(config -> List.of(), problems -> problems);
  }

  private static ConfigResult read(FlatDocument document) {
    Map<String, List<InetAddress>> interfaces =
        Map.of(
            "eth0", addresses("192.0.2.20", "fe80::20", "2001:db8::20"),
            "one0", addresses("192.0.2.30", "fe80::30"),
            "bare0", addresses("fe80::40"));
    return new ConfigReader(name -> Optional.ofNullable(interfaces.get(name)))
        .read(document.node());
  }

  private static List<InetAddress> addresses(String... texts) {
    return List.of(texts).stream().map(text -> IpLiteral.parse(text).orElseThrow()).toList();
  }

  static String withoutOrigin(Problem problem) {
    return problem.toString().substring(problem.origin().toString().length() + 2);
  }
}
