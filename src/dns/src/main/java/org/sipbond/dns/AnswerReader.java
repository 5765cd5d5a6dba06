package org.sipbond.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.DnsAnswer.Freshness;
import org.sipbond.core.resolve.DnsAnswer.Status;
import org.sipbond.core.resolve.DnsRecord;
import org.sipbond.core.resolve.Question;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Reads messages of servers. */
final class AnswerReader {
  private AnswerReader() {}

  static DnsAnswer read(Question question, Message message, String server) {
    List<Record> section = message.getSection(Section.ANSWER);
    List<DnsRecord> records = section.stream().flatMap(record -> record(record).stream()).toList();
    Status status = status(message);
    if (!status.definite()) {
      return DnsAnswer.failed(question, status, server);
    }
    boolean negative = records.stream().noneMatch(record -> record.answers(question.type()));
    Optional<Duration> absent = negative ? absentFor(message) : Optional.empty();
    if (negative && records.isEmpty() && absent.isEmpty() && isReferral(message)) {
      return DnsAnswer.failed(question, Status.SERVFAIL, server);
    }
    Duration ttl =
        Stream.concat(
                section.stream().map(record -> Duration.ofSeconds(record.getTTL())),
                absent.stream())
            .min(Duration::compareTo)
            .orElse(Duration.ZERO);
    return new DnsAnswer(question, status, records, ttl, server, Freshness.ASKED);
  }

  private static Status status(Message message) {
    return switch (message.getRcode()) {
      case Rcode.NOERROR -> Status.NOERROR;
      case Rcode.NXDOMAIN -> Status.NXDOMAIN;
      case Rcode.REFUSED -> Status.REFUSED;
      case Rcode.FORMERR -> Status.MALFORMED;
      default -> Status.SERVFAIL;
    };
  }

  /** RFC 2308 §5: the lesser of the TTL and the MINIMUM of the SOA record. */
  private static Optional<Duration> absentFor(Message message) {
    return message.getSection(Section.AUTHORITY).stream()
        .filter(SOARecord.class::isInstance)
        .map(SOARecord.class::cast)
        .map(start -> Duration.ofSeconds(Math.min(start.getTTL(), start.getMinimum())))
        .findFirst();
  }

  /** A server that does not know and sends elsewhere (RFC 2308 §2.2). */
  private static boolean isReferral(Message message) {
    return message.getRcode() == Rcode.NOERROR
        && message.getSection(Section.AUTHORITY).stream()
            .anyMatch(record -> record.getType() == Type.NS);
  }

  private static Optional<DnsRecord> record(Record record) {
    if (record.getDClass() != DClass.IN) {
      return Optional.empty();
    }
    String owner = text(record.getName());
    return switch (record.getType()) {
      case Type.A -> Optional.of(address(owner, ((ARecord) record).getAddress()));
      case Type.AAAA -> Optional.of(address(owner, ((AAAARecord) record).getAddress()));
      case Type.CNAME ->
          Optional.of(new DnsRecord.Alias(owner, text(((CNAMERecord) record).getTarget())));
      case Type.SRV -> Optional.of(srv(owner, (SRVRecord) record));
      case Type.NAPTR -> Optional.of(naptr(owner, (NAPTRRecord) record));
      default -> Optional.empty();
    };
  }

  private static DnsRecord address(String owner, InetAddress address) {
    return new DnsRecord.Address(owner, address);
  }

  private static DnsRecord srv(String owner, SRVRecord record) {
    return new DnsRecord.Srv(
        owner,
        record.getPriority(),
        record.getWeight(),
        record.getPort(),
        text(record.getTarget()));
  }

  private static DnsRecord naptr(String owner, NAPTRRecord record) {
    return new DnsRecord.Naptr(
        owner,
        record.getOrder(),
        record.getPreference(),
        record.getFlags(),
        record.getService(),
        record.getRegexp(),
        text(record.getReplacement()));
  }

  private static String text(Name name) {
    return name.toString();
  }
}
