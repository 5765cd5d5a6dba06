package org.sipbond.core.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sipbond.core.bond.Capability;
import org.sipbond.core.bond.FamilyOrder;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.AddressPolicy;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;

/** A block of {@code rfc3263.txt}: a title and lines of a key and a value. */
record LocatingCase(String title, List<String> lines) {

  static Stream<LocatingCase> all() {
    try (InputStream file = LocatingCase.class.getResourceAsStream("rfc3263.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n+"))
          .map(block -> block.lines().filter(line -> !line.startsWith("#")).toList())
          .filter(lines -> !lines.isEmpty())
          .map(lines -> new LocatingCase(lines.get(0), lines.subList(1, lines.size())));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Target target() {
    Capabilities capabilities = capabilities(value("bond"));
    String first = value("first");
    return new Target(
        TargetUri.parse(value("uri")).orElseThrow(),
        first.isEmpty() ? capabilities : preferring(first, capabilities),
        value("addresses").equals("public") ? AddressPolicy.PUBLIC : AddressPolicy.ANY);
  }

  FakeDns dns() {
    FakeDns dns = new FakeDns();
    values("zone").forEach(dns::zone);
    return value("server").equals("recursive") ? dns.recursive() : dns;
  }

  List<String> asks() {
    return values("asks").flatMap(line -> Arrays.stream(line.split(", "))).toList();
  }

  /** What has to come out: destinations, or a failure. */
  String outcome() {
    return value("sends").isEmpty() ? value("fails") : value("sends");
  }

  List<String> drops() {
    return values("drops").toList();
  }

  /** {@code udp4 tls6}. */
  static Capabilities capabilities(String words) {
    return Capabilities.of(Arrays.stream(words.split(" ")).map(LocatingCase::capability).toList());
  }

  private static Capability capability(String word) {
    int last = word.length() - 1;
    return new Capability(
        Transport.named(word.substring(0, last)).orElseThrow(),
        word.charAt(last) == '4' ? AddressFamily.IPV4 : AddressFamily.IPV6);
  }

  private static Capabilities preferring(String family, Capabilities capabilities) {
    return Capabilities.of(
        FamilyOrder.named(family + "-first").orElseThrow().sort(capabilities.inOrder()));
  }

  private String value(String key) {
    return values(key).findFirst().orElse("");
  }

  private Stream<String> values(String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + " "))
        .map(line -> line.substring(key.length()).trim());
  }

  @Override
  public String toString() {
    return title;
  }
}
