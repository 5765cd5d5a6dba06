package org.sipbond.testkit.dns;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.sipbond.core.resolve.Question;
import org.sipbond.core.resolve.RecordType;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What goes back for one query. */
final class Reply {
  /** RFC 1035 §4.2.1. */
  private static final int UDP_SIZE = 512;

  private final Message query;
  private final boolean overTcp;

  Reply(byte[] octets, boolean overTcp) throws IOException {
    this.query = new Message(octets);
    this.overTcp = overTcp;
  }

  Question question() {
    Record question = query.getQuestion();
    return new Question(
        question.getName().toString(), RecordType.valueOf(Type.string(question.getType())));
  }

  /** Empty for silence. */
  Optional<byte[]> octets(Zones zones, Behaviour behaviour) {
    return switch (behaviour) {
      case ANSWER -> Optional.of(zones.answer(query).toWire(size()));
      case SERVFAIL -> Optional.of(failure(Rcode.SERVFAIL).toWire());
      case REFUSED -> Optional.of(failure(Rcode.REFUSED).toWire());
      case SILENCE -> Optional.empty();
      case TRUNCATE ->
          Optional.of(overTcp ? zones.answer(query).toWire(size()) : truncated().toWire());
      case MALFORMED -> Optional.of(malformed(zones.answer(query).toWire(size())));
      case OTHER_QUESTION -> Optional.of(other().toWire());
    };
  }

  private int size() {
    OPTRecord extension = query.getOPT();
    return overTcp
        ? Message.MAXLENGTH
        : extension == null ? UDP_SIZE : Math.max(UDP_SIZE, extension.getPayloadSize());
  }

  private Message failure(int code) {
    Message failure = new Message(query.getHeader().getID());
    failure.getHeader().setFlag(Flags.QR);
    failure.getHeader().setRcode(code);
    failure.addRecord(query.getQuestion(), Section.QUESTION);
    return failure;
  }

  private Message truncated() {
    Message truncated = failure(Rcode.NOERROR);
    truncated.getHeader().setFlag(Flags.TC);
    return truncated;
  }

  private Message other() {
    Message other = new Message(query.getHeader().getID());
    other.getHeader().setFlag(Flags.QR);
    Record question = query.getQuestion();
    other.addRecord(
        Record.newRecord(
            Name.fromConstantString("other.example.com."),
            question.getType(),
            question.getDClass()),
        Section.QUESTION);
    return other;
  }

  /** Promises more records than there are. */
  private static byte[] malformed(byte[] octets) {
    byte[] broken = Arrays.copyOf(octets, octets.length);
    broken[7] = (byte) 0x7f;
    return broken;
  }
}
