package org.sipbond.sip.boot;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import org.sipbond.core.attempt.FailedDestinations;
import org.sipbond.core.bond.DrainedListeners;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.bond.ListenerKey;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.config.CallSettings;
import org.sipbond.core.decision.Decider;
import org.sipbond.core.guard.SendersOfCalls;
import org.sipbond.core.resolve.DnsAnswer;
import org.sipbond.core.resolve.LocatingLimits;
import org.sipbond.core.resolve.Resolver;
import org.sipbond.dns.DnsClient;
import org.sipbond.sip.call.Bridge;
import org.sipbond.sip.call.CallLimits;
import org.sipbond.sip.command.DnsCache;
import org.sipbond.sip.command.Inspected;
import org.sipbond.sip.command.KnownCalls;
import org.sipbond.sip.exchange.Exchanges;
import org.sipbond.sip.leg.DialogSender;
import org.sipbond.sip.leg.LegMembers;
import org.sipbond.sip.leg.LegSender;
import org.sipbond.sip.leg.SecondLegs;
import org.sipbond.sip.leg.TimeLimits;
import org.sipbond.sip.message.DialogHeaders;
import org.sipbond.sip.message.Legs;
import org.sipbond.sip.observe.CallLog;
import org.sipbond.sip.observe.SendingGuard;
import org.sipbond.sip.outbound.KernelRoutes;
import org.sipbond.sip.outbound.OutboundDestination;
import org.sipbond.sip.outbound.OutboundDestinations;
import org.sipbond.sip.outbound.OutboundInterface;
import org.sipbond.sip.servlet.OpenReception;
import org.sipbond.sip.servlet.Reception;

/** All that calls need while the application runs: rules, DNS, failed destinations, threads. */
final class CallControl implements AutoCloseable {
  private final AppConfig config;
  private final OutboundInterface outbound;
  private final CallLog log;
  private final Workers workers;
  private final DrainedListeners drained = new DrainedListeners();
  private final SendersOfCalls senders = new SendersOfCalls(SendingGuard.KEPT);
  private final Decider decider;
  private final DnsClient dns;
  private final Resolver resolver;
  private final FailedDestinations failed;

  CallControl(AppConfig config, OutboundInterface outbound, CallLog log) {
    this.config = config;
    this.outbound = outbound;
    this.log = log;
    this.workers = new Workers(config.connections().timeout());
    this.decider =
        new Decider(config.rules(), drained, KernelRoutes.ofThisMachine(Clock.systemUTC()));
    this.dns =
        DnsClients.open(config.dns(), workers.locating(), (answer, took) -> log.asked(answer));
    this.resolver = new Resolver(dns, new Random(), LocatingLimits.DEFAULT);
    this.failed = new FailedDestinations(Clock.systemUTC(), config.attempts().times());
  }

  /** What takes calls. */
  Reception reception(ServletContext context) {
    OutboundDestination destinations = OutboundDestinations.choose(context);
    DialogHeaders dialogs = new DialogHeaders();
    TimeLimits time = new TimeLimits(workers.timer(), workers.connecting());
    LegSender legSender =
        new LegSender(
            new Legs((SipFactory) context.getAttribute(SipServlet.SIP_FACTORY), dialogs),
            outbound,
            destinations,
            workers.connecting(),
            time,
            config.attempts().answerTimeout());
    CallSettings calls = config.calls();
    CallLimits limits =
        new CallLimits(calls.ringTimeout(), calls.longest(), calls.session(), calls.keepalive());
    LegMembers members = new LegMembers(decider, outbound, destinations, senders);
    DialogSender sender = new DialogSender(resolver, members, dialogs, workers.connecting());
    return new OpenReception(
        listeners(),
        drained,
        decider,
        outbound,
        new Bridge(secondLegs(legSender), sender, time, limits, log),
        new Exchanges(secondLegs(legSender), sender, time, log),
        log);
  }

  private SecondLegs secondLegs(LegSender sender) {
    return new SecondLegs(decider, resolver, failed, sender, log);
  }

  /** The listeners at which nothing new begins. */
  DrainedListeners drained() {
    return drained;
  }

  /** Which member each leg sends by. */
  SendersOfCalls senders() {
    return senders;
  }

  /** What commands look into. */
  Inspected inspected(KnownCalls calls) {
    return new Inspected(config, decider, resolver, failed, new Remembered(dns), drained, calls);
  }

  private Map<ListenerKey, Listener> listeners() {
    return config.listeners().stream()
        .collect(Collectors.toMap(Listener::key, Function.identity()));
  }

  @Override
  public void close() {
    dns.close();
    workers.close();
  }

  private record Remembered(DnsClient dns) implements DnsCache {
    @Override
    public List<DnsAnswer> cached() {
      return dns.cached();
    }

    @Override
    public int flush(String name) {
      return dns.flush(name);
    }

    @Override
    public void flush() {
      dns.flush();
    }
  }
}
