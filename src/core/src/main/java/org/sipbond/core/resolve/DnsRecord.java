package org.sipbond.core.resolve;

import java.net.InetAddress;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.IpLiteral;

/** One record of an answer. Names are in lower case, without a dot at their end. */
public sealed interface DnsRecord {

  /** The name that has the record. */
  String owner();

  /** Whether this is what a question of that type asks for; an alias never is. */
  boolean answers(RecordType type);

  /** RFC 3403 §4.1. */
  record Naptr(
      String owner,
      int order,
      int preference,
      String flags,
      String service,
      String regexp,
      String replacement)
      implements DnsRecord {
    public Naptr {
      owner = DnsName.canonical(owner);
      replacement = DnsName.canonical(replacement);
    }

    @Override
    public boolean answers(RecordType type) {
      return type == RecordType.NAPTR;
    }

    /** {@code naptr 10 50 "s" "SIP+D2U" "" _sip._udp.example.com}. */
    @Override
    public String toString() {
      return String.format(
          "naptr %d %d \"%s\" \"%s\" \"%s\" %s",
          order, preference, flags, service, regexp, replacement);
    }
  }

  /**
   * RFC 2782.
   *
   * @param target "." where the service is not to be had
   */
  record Srv(String owner, int priority, int weight, int port, String target) implements DnsRecord {
    public Srv {
      owner = DnsName.canonical(owner);
      target = DnsName.canonical(target);
    }

    @Override
    public boolean answers(RecordType type) {
      return type == RecordType.SRV;
    }

    /** {@code srv 10 60 5060 a.example.com}. */
    @Override
    public String toString() {
      return "srv " + priority + " " + weight + " " + port + " " + target;
    }
  }

  /** An A or AAAA record. */
  record Address(String owner, InetAddress address) implements DnsRecord {
    public Address {
      owner = DnsName.canonical(owner);
    }

    @Override
    public boolean answers(RecordType type) {
      return type == RecordType.of(AddressFamily.of(address));
    }

    /** {@code 192.0.2.9}. */
    @Override
    public String toString() {
      return IpLiteral.text(address);
    }
  }

  /** A CNAME record (RFC 1034 §3.6.2). */
  record Alias(String owner, String target) implements DnsRecord {
    public Alias {
      owner = DnsName.canonical(owner);
      target = DnsName.canonical(target);
    }

    @Override
    public boolean answers(RecordType type) {
      return false;
    }

    /** {@code cname b.example.com}. */
    @Override
    public String toString() {
      return "cname " + target;
    }
  }
}
