package org.sipbond.testkit.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Records in memory, and the answers that they make. */
final class Zones {
  private static final long TTL = 300;

  private final List<Record> records = new CopyOnWriteArrayList<>();

  void add(String masterFile) {
    byte[] text = masterFile.getBytes(StandardCharsets.UTF_8);
    try (Master master = new Master(new ByteArrayInputStream(text), Name.root, TTL)) {
      List<Record> read = new ArrayList<>();
      for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
        read.add(next);
      }
      records.addAll(read);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void clear() {
    records.clear();
  }

  Message answer(Message query) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.AA);
    Record question = query.getQuestion();
    answer.addRecord(question, Section.QUESTION);
    Name end = follow(question, answer);
    records.stream()
        .filter(record -> record.getName().equals(end) && record.getType() == question.getType())
        .forEach(record -> answer.addRecord(record, Section.ANSWER));
    if (answer.getSection(Section.ANSWER).stream()
        .noneMatch(record -> record.getType() == question.getType())) {
      answer.getHeader().setRcode(exists(end) ? Rcode.NOERROR : Rcode.NXDOMAIN);
      start(end).ifPresent(record -> answer.addRecord(record, Section.AUTHORITY));
    }
    return answer;
  }

  private Name follow(Record question, Message answer) {
    Name name = question.getName();
    Set<Name> seen = new HashSet<>();
    for (Optional<CNAMERecord> next = alias(name);
        next.isPresent() && seen.add(name);
        next = alias(name)) {
      answer.addRecord(next.get(), Section.ANSWER);
      name = next.get().getTarget();
    }
    return name;
  }

  private Optional<CNAMERecord> alias(Name name) {
    return records.stream()
        .filter(CNAMERecord.class::isInstance)
        .map(CNAMERecord.class::cast)
        .filter(record -> record.getName().equals(name))
        .findFirst();
  }

  private boolean exists(Name name) {
    return records.stream().anyMatch(record -> record.getName().subdomain(name));
  }

  private Optional<Record> start(Name name) {
    return records.stream()
        .filter(record -> record.getType() == Type.SOA && name.subdomain(record.getName()))
        .findFirst();
  }
}
