package org.sipbond.core.resolve;

/**
 * What is asked of DNS.
 *
 * @param name in lower case, without a dot at its end
 */
public record Question(String name, RecordType type) {

  public Question {
    name = DnsName.canonical(name);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name is empty; allowed: a domain name");
    }
  }

  /** {@code SRV _sip._udp.example.com}. */
  @Override
  public String toString() {
    return type + " " + name;
  }
}
