package org.sipbond.core.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.DnsRecord.Naptr;

/**
 * The NAPTR records of a domain, lowest order and then lowest preference first (RFC 3403 §4.1).
 *
 * @param offered every SIP service that there is, usable or not
 * @param services those that may be used, in order; what may not is dropped with its reason
 */
record NaptrChoice(List<String> offered, List<Service> services) {

  static NaptrChoice of(List<Naptr> records, Target target, Notes notes) {
    List<Naptr> sip =
        records.stream()
            .filter(record -> Service.isSip(record.service()) || drop(notes, record, "not SIP"))
            .sorted(Comparator.comparingInt(Naptr::order).thenComparingInt(Naptr::preference))
            .toList();
    List<Service> services = new ArrayList<>();
    for (Naptr record : sip) {
      Optional<Transport> transport = Service.transport(record.service());
      Optional<String> objection = objection(record, transport, target);
      objection.ifPresent(reason -> notes.drop(record, reason));
      transport
          .filter(usable -> objection.isEmpty())
          .ifPresent(usable -> services.add(new Service(usable, record.replacement())));
    }
    return new NaptrChoice(sip.stream().map(Naptr::service).distinct().toList(), services);
  }

  private static Optional<String> objection(
      Naptr record, Optional<Transport> transport, Target target) {
    if (transport.isEmpty()) {
      return Optional.of("transport is unknown");
    }
    if (!target.takes(transport.get())) {
      return Optional.of(transport.get() + " is not for a sips URI");
    }
    if (!target.canSend(transport.get())) {
      return Optional.of("bond cannot send " + transport.get());
    }
    if (!record.flags().equalsIgnoreCase("s")) {
      return Optional.of("flags \"" + record.flags() + "\" are not \"s\"");
    }
    return record.replacement().equals(DnsName.ROOT)
        ? Optional.of("no replacement")
        : Optional.empty();
  }

  /** Always false, so that a filter can say why. */
  private static boolean drop(Notes notes, Naptr record, String reason) {
    notes.drop(record, reason);
    return false;
  }
}
