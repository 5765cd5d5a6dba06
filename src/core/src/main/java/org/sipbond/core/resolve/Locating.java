package org.sipbond.core.resolve;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.sipbond.core.net.AddressFamily;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.core.resolve.DnsRecord.Naptr;
import org.sipbond.core.resolve.DnsRecord.Srv;
import org.sipbond.core.resolve.LookupFailure.Cause;

/**
 * One run of RFC 3263 §4 over the answers that are known. Where it lacks answers, it is run again
 * from the start when they are there; the same answers and the same seed lead to the same end.
 *
 * <p>Follows the RFC, and differs in this: all usable NAPTR records are taken, not the first alone;
 * without NAPTR, TLS is looked for too ({@code _sips._tcp}) for a SIP URI that the bond can send
 * over TLS; a NAPTR question that fails, other than by silence, counts as one without records; an
 * SRV question that fails does not, because the address of the domain may be that of another
 * service.
 */
final class Locating {
  private final Target target;
  private final Notes notes;
  private final LocatingLimits limits;
  private final long seed;

  private Locating(Target target, Notes notes, LocatingLimits limits, long seed) {
    this.target = target;
    this.notes = notes;
    this.limits = limits;
    this.seed = seed;
  }

  static Step step(
      Target target, Map<Question, DnsAnswer> known, LocatingLimits limits, long seed) {
    Notes notes = new Notes(known, limits);
    List<Destination> found = new Locating(target, notes, limits, seed).found();
    if (!notes.lacking().isEmpty()) {
      return new Step.Ask(notes.lacking());
    }
    return new Step.Done(
        found.isEmpty()
            ? new Resolution.Unlocated(target, notes.failure(target), notes.findings())
            : new Resolution.Located(target, found, notes.findings()));
  }

  private List<Destination> found() {
    List<Destination> found =
        target
            .transport()
            .map(this::locate)
            .orElseGet(() -> fail(Cause.UNSUPPORTED_TRANSPORT, target.uri()))
            .stream()
            .distinct()
            .toList();
    found.stream()
        .skip(limits.destinations())
        .forEach(last -> notes.drop(last, "after the first " + limits.destinations()));
    return found.stream().limit(limits.destinations()).toList();
  }

  /** The four branches of RFC 3263 §4.1 and §4.2. */
  private List<Destination> locate(Transport transport) {
    if (target.numeric().isPresent()) {
      return allowed(transport, target.numeric().get(), target.port(transport));
    }
    if (target.hasPort()) {
      return addresses(target.host(), transport, target.port(transport));
    }
    if (target.namesTransport()) {
      return target.canSend(transport)
          ? services(List.of(Service.of(transport, target.host())), transport)
          : cannotSend(transport);
    }
    return byNaptr(transport);
  }

  private List<Destination> byNaptr(Transport otherwise) {
    if (sendableTransports().isEmpty()) {
      return fail(Cause.NOTHING_TO_SEND, target);
    }
    return notes.look(
        new Question(target.host(), RecordType.NAPTR),
        records -> byNaptr(records.stream().map(Naptr.class::cast).toList(), otherwise),
        failure -> withoutNaptr(failure, otherwise));
  }

  private List<Destination> byNaptr(List<Naptr> records, Transport otherwise) {
    NaptrChoice choice = NaptrChoice.of(records, target, notes);
    if (choice.offered().isEmpty()) {
      return bySrv(otherwise);
    }
    return choice.services().isEmpty()
        ? fail(
            Cause.NOTHING_TO_SEND, target + ", which takes " + String.join(", ", choice.offered()))
        : services(choice.services(), choice.services().get(0).transport());
  }

  private List<Destination> withoutNaptr(LookupFailure failure, Transport otherwise) {
    if (failure.cause() == Cause.NXDOMAIN || failure.silent()) {
      return notes.fail(failure);
    }
    if (!failure.absent()) {
      notes.drop(failure.detail(), failure.reason() + ", so located as without");
    }
    return bySrv(otherwise);
  }

  /** RFC 3263 §4.1: without NAPTR, a question for each transport. */
  private List<Destination> bySrv(Transport otherwise) {
    return services(
        sendableTransports().stream()
            .filter(transport -> transport != Transport.WS && transport != Transport.WSS)
            .map(transport -> Service.of(transport, target.host()))
            .toList(),
        otherwise);
  }

  /**
   * The SRV records of all services, in order; where none of them is there, the addresses of the
   * target (RFC 3263 §4.2).
   */
  private List<Destination> services(List<Service> services, Transport otherwise) {
    List<Destination> found = new ArrayList<>();
    List<LookupFailure> missing = new ArrayList<>();
    for (Service service : services) {
      found.addAll(
          notes.look(
              new Question(service.name(), RecordType.SRV),
              records -> records(service, records.stream().map(Srv.class::cast).toList()),
              failure -> {
                missing.add(failure);
                return List.of();
              }));
    }
    if (missing.size() == services.size() && missing.stream().allMatch(LookupFailure::absent)) {
      return addresses(target.host(), otherwise, otherwise.defaultPort());
    }
    missing.stream().filter(failure -> !failure.absent()).forEach(notes::fail);
    return found;
  }

  private List<Destination> records(Service service, List<Srv> records) {
    SplittableRandom random = new SplittableRandom(seed ^ service.name().hashCode());
    List<Destination> found = new ArrayList<>();
    for (Srv record : SrvOrder.of(records, random)) {
      if (record.target().equals(DnsName.ROOT)) {
        notes.drop(record, "service is not to be had");
        fail(Cause.SERVICE_DENIED, service.name());
      } else if (IpLiteral.parse(record.target()).isPresent() || record.port() == 0) {
        notes.drop(record, record.port() == 0 ? "port is 0" : "target is an address, not a name");
      } else {
        found.addAll(addresses(record.target(), service.transport(), record.port()));
      }
    }
    return found;
  }

  private List<Destination> addresses(String host, Transport transport, int port) {
    if (!target.canSend(transport)) {
      return cannotSend(transport);
    }
    List<Destination> found = new ArrayList<>();
    for (AddressFamily family : target.capabilities().families(transport)) {
      found.addAll(
          notes.look(
              new Question(host, RecordType.of(family)),
              records ->
                  records.stream()
                      .map(record -> ((DnsRecord.Address) record).address())
                      .flatMap(address -> allowed(transport, address, port).stream())
                      .toList(),
              failure -> notes.fail(missing(host, failure))));
    }
    return found;
  }

  /** A host that is not there is not the domain that was asked for, unless it is the same name. */
  private LookupFailure missing(String host, LookupFailure failure) {
    return failure.cause() == Cause.NXDOMAIN && !host.equals(target.host())
        ? new LookupFailure(Cause.NO_DATA, failure.detail())
        : failure;
  }

  private List<Destination> allowed(Transport transport, InetAddress address, int port) {
    Destination destination = new Destination(transport, address, port, target.uri().host());
    return target
        .objection(address)
        .map(
            cause -> {
              LookupFailure failure = new LookupFailure(cause, destination.toString());
              notes.drop(destination, failure.reason());
              return notes.fail(failure);
            })
        .orElse(List.of(destination));
  }

  private List<Transport> sendableTransports() {
    return target.capabilities().transports().stream()
        .filter(transport -> target.takes(transport))
        .toList();
  }

  private List<Destination> cannotSend(Transport transport) {
    return fail(Cause.NOTHING_TO_SEND, target + ", which takes " + transport);
  }

  private List<Destination> fail(Cause cause, Object detail) {
    return notes.fail(new LookupFailure(cause, detail.toString()));
  }
}
