package org.sipbond.sip.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.json.Json;
import org.sipbond.core.net.Destination;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.record.CallSearch;
import org.sipbond.core.rule.RequestFacts;
import org.sipbond.core.rule.Rule;
import org.sipbond.management.Answer;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.CommandsMXBean;

/** Reads the arguments of commands, and has them answered. Free for any thread. */
public final class Commands implements CommandsMXBean {
  /** Leaves time for the answer to be made. */
  private static final Duration DNS = Duration.ofSeconds(LONGEST_SECONDS - 5);

  private final Inspected inspected;
  private final Listings listings;
  private final DryRuns dryRuns;
  private final Linting linting;
  private final Blacklist blacklist;
  private final Draining draining;
  private final DnsAnswers dns;
  private final Calls calls;

  /** The commands of an application. */
  public Commands(ApplicationMXBean application, Inspected inspected) {
    this(application, inspected, DNS);
  }

  /**
   * The commands of an application.
   *
   * @param limit how long DNS is waited for
   */
  Commands(ApplicationMXBean application, Inspected inspected, Duration limit) {
    Locator locator = new Locator(inspected.resolver(), limit);
    this.inspected = inspected;
    this.listings = new Listings(application);
    this.dryRuns = new DryRuns(inspected.decider(), locator, inspected.failed());
    this.linting = new Linting(inspected.config(), locator);
    this.blacklist = new Blacklist(inspected.failed());
    this.draining = new Draining(inspected.drained());
    this.dns = new DnsAnswers(inspected.dns());
    this.calls = new Calls(inspected.calls());
  }

  @Override
  public Answer listeners(String format) {
    return answer(format, listings::listeners);
  }

  @Override
  public Answer listenersDrain(String name, String format) {
    return listener(name, format, draining::drain);
  }

  @Override
  public Answer listenersResume(String name, String format) {
    return listener(name, format, draining::resume);
  }

  private Answer listener(String name, String format, Function<Listener, Told> change) {
    Arguments arguments = arguments();
    return change(
        format, arguments, arguments.listener(name, inspected.config().listeners()), change);
  }

  @Override
  public Answer bonds(String format) {
    return answer(format, listings::bonds);
  }

  @Override
  public Answer calls(String which, String from, String to, String limit, String format) {
    Arguments arguments = arguments();
    Optional<Format> as = arguments.format(format);
    Optional<Boolean> active = arguments.active(which);
    Optional<CallSearch> search = arguments.search(from, to, limit);
    return as.flatMap(
            shown ->
                active.flatMap(
                    only ->
                        search.map(found -> (only ? calls.active() : calls.list(found)).as(shown))))
        .orElseGet(arguments::invalid);
  }

  @Override
  public Answer callShow(String callId, String format) {
    return answer(format, () -> calls.show(callId));
  }

  @Override
  public Answer callEnd(String callId, String format) {
    return answer(format, () -> calls.end(callId));
  }

  @Override
  public Answer explain(String uri, String from, String source, String method, String format) {
    Arguments arguments = arguments();
    Optional<Format> as = arguments.format(format);
    Optional<RequestFacts> facts = arguments.request(method, uri, ingress(arguments, from), source);
    return as.flatMap(shown -> facts.map(request -> dryRuns.request(request).as(shown)))
        .orElseGet(arguments::invalid);
  }

  @Override
  public Answer explainCall(String callId, String format) {
    return answer(
        format,
        () ->
            inspected.calls().explain(callId).map(DryRuns::told).orElseGet(() -> unknown(callId)));
  }

  @Override
  public Answer resolve(String uri, String bond, String format) {
    Arguments arguments = arguments();
    Optional<Format> as = arguments.format(format);
    Optional<TargetUri> target = arguments.uri(uri);
    Optional<Bond> egress = arguments.bond(bond);
    return as.flatMap(
            shown -> target.flatMap(to -> egress.map(sender -> dryRuns.uri(to, sender).as(shown))))
        .orElseGet(arguments::invalid);
  }

  @Override
  public Answer lint(String format) {
    return answer(format, linting::lint);
  }

  @Override
  public Answer blacklist(String format) {
    return answer(format, blacklist::list);
  }

  @Override
  public Answer blacklistAdd(String destination, String format) {
    return change(destination, format, blacklist::add);
  }

  @Override
  public Answer blacklistRemove(String destination, String format) {
    return change(destination, format, blacklist::remove);
  }

  @Override
  public Answer blacklistClear(String format) {
    return answer(format, blacklist::clear);
  }

  @Override
  public Answer dnsShow(String name, String format) {
    return answer(format, () -> dns.show(Arguments.domain(name)));
  }

  @Override
  public Answer dnsFlush(String name, String format) {
    return answer(format, () -> dns.flush(Arguments.domain(name)));
  }

  /** The bond that is named, or the only one from which rules take requests. */
  private Optional<Bond> ingress(Arguments arguments, String from) {
    List<String> origins =
        inspected.config().rules().rules().stream().map(Rule::from).distinct().toList();
    return arguments.ingress(from, origins);
  }

  private Answer answer(String format, Supplier<Told> told) {
    Arguments arguments = arguments();
    return arguments.format(format).map(as -> told.get().as(as)).orElseGet(arguments::invalid);
  }

  private Answer change(String destination, String format, Function<Destination, Told> change) {
    Arguments arguments = arguments();
    return change(format, arguments, arguments.destination(destination), change);
  }

  private static <T> Answer change(
      String format, Arguments arguments, Optional<T> named, Function<T, Told> change) {
    Optional<Format> as = arguments.format(format);
    return as.flatMap(shown -> named.map(found -> change.apply(found).as(shown)))
        .orElseGet(arguments::invalid);
  }

  private Arguments arguments() {
    return new Arguments(inspected.config().bonds());
  }

  private static Told unknown(String callId) {
    return new Told(
        false,
        "call " + callId + " is not known, or not any more",
        Json.fields().with("outcome", "unknown").with("callId", callId));
  }
}
