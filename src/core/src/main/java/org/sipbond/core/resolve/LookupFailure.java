package org.sipbond.core.resolve;

import java.util.Locale;

/**
 * Why a URI leads nowhere.
 *
 * @param detail what was found; names the next hop, so it is never sent to a peer
 */
public record LookupFailure(Cause cause, String detail) {

  /**
   * One for each thing that goes wrong, the most telling first: where several went wrong, the first
   * is reported. {@code src/docs/locating.md} says why each has its status.
   */
  public enum Cause {
    TIMEOUT(504, "no answer from DNS in time"),
    UNREACHABLE(503, "no DNS server can be reached"),
    SERVFAIL(502, "DNS answered with a failure"),
    REFUSED(500, "DNS refused to answer"),
    MALFORMED(502, "DNS answered with something malformed"),
    TOO_MANY_RECORDS(502, "DNS answered with too many records"),
    CNAME_LOOP(502, "aliases in DNS lead in a loop"),
    PRIVATE_ADDRESS(502, "next hop has a private address, which is forbidden"),
    UNUSABLE_ADDRESS(502, "next hop has no address of one host"),
    UNSUPPORTED_TRANSPORT(502, "no such transport"),
    NOTHING_TO_SEND(502, "bond can send nothing that the next hop takes"),
    SERVICE_DENIED(480, "domain has no SIP service"),
    NO_DATA(480, "domain has no SIP service and no address"),
    NXDOMAIN(404, "no such domain");

    private final int status;
    private final String reason;

    Cause(int status, String reason) {
      this.status = status;
      this.reason = reason;
    }

    /** {@code no-data}: the value of a label. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Cause of(DnsAnswer.Status status) {
      return switch (status) {
        case NOERROR -> NO_DATA;
        case NXDOMAIN -> NXDOMAIN;
        case SERVFAIL -> SERVFAIL;
        case REFUSED -> REFUSED;
        case TIMEOUT -> TIMEOUT;
        case UNREACHABLE -> UNREACHABLE;
        case MALFORMED -> MALFORMED;
        case TOO_MANY_RECORDS -> TOO_MANY_RECORDS;
      };
    }
  }

  /** The status of the answer: 404, 480, 500, 502, 503 or 504. */
  public int status() {
    return cause.status;
  }

  /** One line without names and addresses, fit for a Reason header (RFC 3326). */
  public String reason() {
    return cause.reason;
  }

  /** Whether DNS says for sure that it is not there. */
  boolean absent() {
    return cause == Cause.NXDOMAIN || cause == Cause.NO_DATA;
  }

  /** Whether the servers are silent, so that asking on only takes longer. */
  boolean silent() {
    return cause == Cause.TIMEOUT || cause == Cause.UNREACHABLE;
  }

  /** {@code no such domain: A pbx.example.com}. */
  @Override
  public String toString() {
    return reason() + ": " + detail;
  }
}
