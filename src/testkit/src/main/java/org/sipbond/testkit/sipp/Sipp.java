package org.sipbond.testkit.sipp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.WireMessage;

/**
 * How one SIPp is to run.
 *
 * @param transport udp or tcp, one socket (SIPp's u1 and t1)
 * @param local where it listens and sends from; over TCP a caller sends from another port
 * @param contact where it says that it is, in Via and Contact, which is {@code local} unless
 *     something stands between
 * @param target whom a caller calls; itself for a callee, which calls nobody
 * @param user of the request-URI
 * @param calls after which it ends
 * @param perSecond new calls for each second
 * @param hold how long a caller, or a callee that hangs up, lets the call stand
 * @param limit after which SIPp ends by itself, and every call that is not over has failed
 * @param patient whether messages that it does not expect are passed over, as where a network loses
 *     some; otherwise they make a call fail
 */
public record Sipp(
    Script script,
    Transport transport,
    InetSocketAddress local,
    InetSocketAddress contact,
    InetSocketAddress target,
    String user,
    int calls,
    int perSecond,
    Duration hold,
    Duration limit,
    boolean patient) {

  /** SIPp would otherwise slow down when calls take longer than it thinks. */
  private static final int MOST_AT_ONCE = 10_000;

  private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  /** Fails on what SIPp would misunderstand. */
  public Sipp {
    if (transport != Transport.UDP && transport != Transport.TCP) {
      throw new IllegalArgumentException("sipp over " + transport + "; allowed: udp, tcp");
    }
    if (calls < 1 || perSecond < 1) {
      throw new IllegalArgumentException(
          "sipp with " + calls + " calls, " + perSecond + " per second; allowed: 1 and more");
    }
  }

  /** One call from there to there. */
  public static Sipp caller(
      Script script, Transport transport, InetSocketAddress local, InetSocketAddress target) {
    return new Sipp(
        script, transport, local, local, target, "bob", 1, 10, Duration.ZERO, USUAL_LIMIT, false);
  }

  /** A callee for one call. */
  public static Sipp callee(Script script, Transport transport, InetSocketAddress local) {
    return caller(script, transport, local, local);
  }

  /** The same that says that it is there. */
  public Sipp withContact(InetSocketAddress newContact) {
    return new Sipp(
        script, transport, local, newContact, target, user, calls, perSecond, hold, limit, patient);
  }

  /** The same with that user in the request-URI. */
  public Sipp withUser(String newUser) {
    return new Sipp(
        script, transport, local, contact, target, newUser, calls, perSecond, hold, limit, patient);
  }

  /** The same with that many calls at that rate. */
  public Sipp withCalls(int newCalls, int newPerSecond) {
    return new Sipp(
        script,
        transport,
        local,
        contact,
        target,
        user,
        newCalls,
        newPerSecond,
        hold,
        limit,
        patient);
  }

  /** The same with that pause before the call is hung up. */
  public Sipp withHold(Duration newHold) {
    return new Sipp(
        script, transport, local, contact, target, user, calls, perSecond, newHold, limit, patient);
  }

  /** The same with that limit. */
  public Sipp withLimit(Duration newLimit) {
    return new Sipp(
        script, transport, local, contact, target, user, calls, perSecond, hold, newLimit, patient);
  }

  /** The same that passes over what it does not expect. */
  public Sipp withPatience() {
    return new Sipp(
        script, transport, local, contact, target, user, calls, perSecond, hold, limit, true);
  }

  /** Starts the program; a callee is listening when this returns. */
  public SippRun start() {
    try {
      Path directory = Files.createTempDirectory("sipbond-sipp-");
      SippRun run = SippRun.launch(this, directory);
      if (!script.calls()) {
        run.awaitListening();
      }
      return run;
    } catch (IOException failed) {
      throw new SippException("sipp did not start", failed);
    }
  }

  /** The command line, for a working directory that holds the scenario. */
  List<String> command(Path scenarioFile) {
    List<String> command = new ArrayList<>(List.of("sipp"));
    if (script.calls()) {
      command.add(WireMessage.text(target));
    }
    String address = IpLiteral.text(local.getAddress());
    command.addAll(List.of("-sf", scenarioFile.getFileName().toString(), "-s", user));
    command.addAll(List.of("-i", address.contains(":") ? "[" + address + "]" : address));
    command.addAll(List.of("-p", Integer.toString(local.getPort())));
    command.addAll(List.of("-key", "contact", WireMessage.text(contact)));
    command.addAll(List.of("-t", transport == Transport.UDP ? "u1" : "t1"));
    command.addAll(List.of("-l", Integer.toString(MOST_AT_ONCE)));
    command.addAll(List.of("-m", Integer.toString(calls), "-r", Integer.toString(perSecond)));
    command.addAll(List.of("-d", Long.toString(hold.toMillis()), "-nostdin"));
    command.addAll(List.of("-timeout", limit.toSeconds() + "s", "-timeout_error"));
    if (patient) {
      command.addAll(List.of("-default_behaviors", "all,-bye,-abortunexp"));
    }
    command.addAll(List.of("-trace_stat", "-stf", SippRun.STATISTICS, "-fd", "1"));
    command.addAll(List.of("-trace_err", "-error_file", SippRun.ERRORS));
    return command;
  }
}
