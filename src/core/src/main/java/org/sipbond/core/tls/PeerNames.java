package org.sipbond.core.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;
import org.sipbond.core.net.IpLiteral;

/**
 * The names that a certificate gives its owner, as RFC 5922 §7.1 reads it: SIP URIs without a user;
 * where there are none of them, DNS names; where there are no alternative names at all, the common
 * name. IP addresses beside these, for peers that are asked for by address, of which RFC 5922 says
 * nothing.
 *
 * @param domains in lower case
 */
public record PeerNames(List<String> domains, List<InetAddress> addresses) {
  private static final int DNS = 2;
  private static final int URI = 6;
  private static final int IP = 7;
  private static final String SCHEME = "sip:";

  public PeerNames {
    domains = domains.stream().map(PeerNames::normal).distinct().toList();
    addresses = List.copyOf(addresses);
  }

  /** The names of a certificate; none where its alternative names cannot be read. */
  public static PeerNames of(X509Certificate certificate) {
    try {
      return of(
          certificate.getSubjectAlternativeNames(),
          certificate.getSubjectX500Principal().getName());
    } catch (CertificateParsingException unreadable) {
      return new PeerNames(List.of(), List.of());
    }
  }

  /**
   * The names of a certificate.
   *
   * @param alternative as {@link X509Certificate#getSubjectAlternativeNames} gives them, null when
   *     the certificate has none
   * @param subject the distinguished name as RFC 2253 writes it
   */
  static PeerNames of(@Nullable Collection<List<?>> alternative, String subject) {
    if (alternative == null) {
      return new PeerNames(commonNames(subject), List.of());
    }
    List<String> uris =
        texts(alternative, URI).map(PeerNames::host).flatMap(Optional::stream).toList();
    return new PeerNames(
        uris.isEmpty() ? texts(alternative, DNS).toList() : uris,
        texts(alternative, IP).map(IpLiteral::parse).flatMap(Optional::stream).toList());
  }

  /**
   * Whether the certificate is one of the domain that was asked for. Names are compared whole and
   * without case; {@code *} stands for nothing but itself (RFC 5922 §7.2).
   *
   * @param domain a host name, or an IP address, IPv6 with or without brackets
   */
  public boolean prove(String domain) {
    return IpLiteral.parse(domain)
        .map(addresses::contains)
        .orElseGet(() -> domain.indexOf('*') < 0 && domains.contains(normal(domain)));
  }

  private static Stream<String> texts(Collection<List<?>> names, int type) {
    return names.stream()
        .filter(name -> Integer.valueOf(type).equals(name.get(0)))
        .map(name -> name.get(1))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** Only scheme sip counts, and only without a user (RFC 5922 §7.1). */
  private static Optional<String> host(String uri) {
    boolean domain = uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && uri.indexOf('@') < 0;
    return domain
        ? Optional.of(uri.substring(SCHEME.length()).replaceFirst("[:;?].*", ""))
            .filter(host -> !host.isEmpty())
        : Optional.empty();
  }

  private static List<String> commonNames(String subject) {
    try {
      return new LdapName(subject)
          .getRdns().stream()
              .filter(name -> name.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .toList();
    } catch (InvalidNameException unreadable) {
      return List.of();
    }
  }

  private static String normal(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** {@code pbx.example.com, 192.0.2.9}, or {@code no name}. */
  @Override
  public String toString() {
    List<String> all =
        Stream.concat(domains.stream(), addresses.stream().map(IpLiteral::text)).toList();
    return all.isEmpty() ? "no name" : String.join(", ", all);
  }
}
