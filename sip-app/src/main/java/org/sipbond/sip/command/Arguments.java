package org.sipbond.sip.command;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Bonds;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.HostPort;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.net.Transport;
import org.sipbond.core.record.CallSearch;
import org.sipbond.core.resolve.Question;
import org.sipbond.core.resolve.RecordType;
import org.sipbond.core.rule.RequestFacts;
import org.sipbond.management.Answer;

/** Reads the arguments of one command, and keeps what is wrong with them. For one thread. */
final class Arguments {
  /** RFC 3323 §4.1.1.3. */
  private static final String ANONYMOUS = "sip:anonymous@anonymous.invalid";

  private static final int CALLS = 50;

  private final Bonds bonds;
  private final List<String> problems = new ArrayList<>();

  Arguments(Bonds bonds) {
    this.bonds = bonds;
  }

  Optional<Format> format(String text) {
    return read("format", text, Format.named(text), Format.allowed());
  }

  Optional<TargetUri> uri(String text) {
    return read(
        "uri",
        text,
        TargetUri.parse(text),
        "a SIP or SIPS URI without headers, such as sip:00431@example.com");
  }

  /**
   * A request that nobody sent: by the first member of the bond that it comes from, and of nobody
   * in particular.
   *
   * @param source the bond's own address where nothing is given
   */
  Optional<RequestFacts> request(String method, String uri, Optional<Bond> from, String source) {
    Optional<String> named = method(method);
    Optional<TargetUri> target = uri(uri);
    Optional<Listener> ingress = from.map(bond -> bond.members().get(0).listener());
    Optional<InetAddress> sender = source(source, ingress.map(Listener::address));
    return named.flatMap(
        word ->
            target.flatMap(
                to ->
                    ingress.flatMap(
                        listener ->
                            sender.map(
                                address ->
                                    new RequestFacts(
                                        word, listener, address, to, ANONYMOUS, to.toString())))));
  }

  Optional<Bond> bond(String text) {
    return read("bond", text, bonds.named(text), names());
  }

  Optional<Listener> listener(String text, List<Listener> listeners) {
    return read(
        "listener",
        text,
        listeners.stream().filter(listener -> listener.name().equals(text)).findFirst(),
        listeners.stream().map(Listener::name).collect(Collectors.joining(", ")));
  }

  /** The named bond, or the only one from which rules take requests. */
  Optional<Bond> ingress(String text, List<String> origins) {
    Optional<Bond> only = origins.size() == 1 ? bonds.named(origins.get(0)) : Optional.empty();
    return text.isEmpty()
        ? read("from", text, only, String.join(", ", origins))
        : read("from", text, bonds.named(text), names());
  }

  /** An address, or the other one where nothing is given. */
  private Optional<InetAddress> source(String text, Optional<InetAddress> other) {
    return text.isEmpty()
        ? other
        : read("source", text, IpLiteral.parse(text), "an IPv4 or IPv6 address");
  }

  /** A method in capital letters; INVITE where nothing is given. */
  private Optional<String> method(String text) {
    String name = text.isEmpty() ? "INVITE" : text;
    return read(
        "method",
        text,
        Optional.of(name).filter(word -> word.matches("[A-Z]+")),
        "a method in capital letters, such as INVITE");
  }

  /** A destination in the notation of listeners. */
  Optional<Destination> destination(String text) {
    int colon = text.indexOf(':');
    Optional<Destination> read =
        colon < 0
            ? Optional.empty()
            : Transport.named(text.substring(0, colon))
                .flatMap(transport -> destination(transport, text.substring(colon + 1)));
    return read(
        "destination",
        text,
        read,
        "transport:address:port, such as udp:192.0.2.1:5060 or tls:[2001:db8::1]:5061");
  }

  private static Optional<Destination> destination(Transport transport, String socket) {
    return HostPort.parse(socket)
        .flatMap(
            found ->
                IpLiteral.parse(found.host())
                    .map(address -> Destination.of(transport, address, found.port())));
  }

  /** Whether only calls are wanted that go on. */
  Optional<Boolean> active(String text) {
    return read(
        "which",
        text,
        Optional.of(text).filter(word -> word.matches("(active)?")).map(word -> !word.isEmpty()),
        "nothing, active");
  }

  /** Which calls are wanted; the last {@value #CALLS} where nothing is given. */
  Optional<CallSearch> search(String from, String to, String limit) {
    Optional<Instant> start = time("from", from, CallSearch.FIRST);
    Optional<Instant> end = time("to", to, CallSearch.LAST);
    Optional<Integer> most = limit.isEmpty() ? Optional.of(CALLS) : number(limit);
    return start.flatMap(
        first -> end.flatMap(last -> most.map(many -> new CallSearch("", first, last, many))));
  }

  private Optional<Integer> number(String limit) {
    return read(
        "limit",
        limit,
        Optional.of(limit)
            .filter(text -> text.matches("[1-9]\\d{0,4}"))
            .map(Integer::valueOf)
            .filter(number -> number <= CallSearch.MOST),
        "1 to " + CallSearch.MOST);
  }

  private Optional<Instant> time(String name, String text, Instant otherwise) {
    return text.isEmpty()
        ? Optional.of(otherwise)
        : read(name, text, Times.parse(text), "a time such as 2026-11-21T12:00:00Z or 2026-11-21");
  }

  /** A name as DNS has it in questions; empty for all. */
  static String domain(String text) {
    return text.isEmpty() ? text : new Question(text, RecordType.A).name();
  }

  /** What is wrong, a line each. */
  Answer invalid() {
    return Answer.invalid(String.join("\n", problems));
  }

  private <T> Optional<T> read(String name, String text, Optional<T> value, String allowed) {
    if (value.isEmpty()) {
      String found = text.isEmpty() ? "nothing" : "\"" + text + "\"";
      problems.add(name + ": found " + found + "; allowed: " + allowed);
    }
    return value;
  }

  private String names() {
    return bonds.bonds().stream().map(Bond::name).collect(Collectors.joining(", "));
  }
}
