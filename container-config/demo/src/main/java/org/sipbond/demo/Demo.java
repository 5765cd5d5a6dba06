package org.sipbond.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.sipbond.container.ContainerException;
import org.sipbond.container.Preflight;
import org.sipbond.container.SipContainer;
import org.sipbond.container.SipContainerBuilder;
import org.sipbond.container.command.Console;
import org.sipbond.container.command.Installation;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.agent.NotSeenException;
import org.sipbond.wire.agent.UserAgent;

/** {@code sipbond demo}: starts the container, calls across, and says what was seen and why. */
final class Demo {
  private static final int BAD_GATEWAY = 502;
  private static final int HTTP_PORT = 8080;

  private final Installation installation;
  private final Console console;

  /**
   * @param installation with a base folder for this demo alone
   * @param console where a person reads
   */
  Demo(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  /**
   * Runs the calls, and lets the server answer on until it is asked to end.
   *
   * @param asked opens when the demo is to end
   * @return whether each call went by the right member, and the one that must not was refused
   * @throws IOException if a file cannot be written or a peer has no socket
   */
  boolean run(CountDownLatch asked) throws IOException, ContainerException, InterruptedException {
    DemoListeners listeners = DemoListeners.choose(Preflight::problem);
    listeners.remarks().forEach(remark -> console.say("note: " + remark));
    if (listeners.intern().isEmpty() || listeners.extern().isEmpty()) {
      console.say("the demo needs a socket on each of two networks; found: " + listeners.all());
      return false;
    }
    try (DemoCallees callees = DemoCallees.beside(listeners.extern())) {
      write(DemoDocument.of(listeners, callees.nextHops()));
      try (SipContainer container = container(listeners)) {
        container.start();
        boolean kept = calls(listeners.intern().get(0), callees);
        console.say(kept ? "every call went as it must" : "NOT every call went as it must");
        if (asked.getCount() > 0) {
          stay(listeners, callees, container);
          asked.await();
        }
        return kept;
      }
    }
  }

  private SipContainer container(DemoListeners listeners) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Listener http = Listener.of("http", Transport.TCP, loopback, HTTP_PORT);
    SipContainerBuilder builder =
        SipContainer.builder(installation.base())
            .listeners(listeners.all())
            .http(loopback, Preflight.problem(http).isEmpty() ? HTTP_PORT : 0);
    installation.applications().forEach(builder::application);
    return builder.build();
  }

  private void write(String document) throws IOException {
    Path file = installation.document();
    Files.createDirectories(installation.base().resolve("conf"));
    Files.writeString(file, document);
    console.say("configuration: " + file + "\n\n" + document.indent(2));
  }

  private boolean calls(Listener ingress, DemoCallees callees) throws IOException {
    boolean kept = true;
    try (UserAgent caller = UserAgent.open("alice", ingress.transport(), ingress.address(), 0)) {
      DemoCall call = new DemoCall(ingress, caller);
      for (DemoCallees.Callee callee : callees.all()) {
        String title = ingress.capability() + " to " + callee.egress().capability();
        kept &= show(title, () -> call.across(callee));
      }
      kept &=
          show(
              ingress.capability() + " to tls, for which the bond has no member",
              () -> call.refused(DemoCallees.UNREACHABLE, BAD_GATEWAY));
    }
    return kept;
  }

  private boolean show(String title, Supplier<DemoCall.Seen> call) {
    console.say("--- " + title + "\n");
    try {
      DemoCall.Seen seen = call.get();
      console.say(seen.ladder().toString());
      console.say(
          "why: " + RunningApplication.find().explainCall(seen.callId()).indent(5).strip() + "\n");
      seen.violations().forEach(violation -> console.say("BROKEN: " + violation));
      return seen.violations().isEmpty();
    } catch (NotSeenException missing) {
      console.say("BROKEN: " + missing.getMessage());
      return false;
    }
  }

  private void stay(DemoListeners listeners, DemoCallees callees, SipContainer container) {
    Listener ingress = listeners.intern().get(0);
    String user = callees.all().get(0).user();
    container
        .httpPort()
        .ifPresent(port -> console.say("console:      http://127.0.0.1:" + port + "/sipbond/"));
    console.say("call it with: sip:" + user + "@" + ingress.advertised() + " over udp");
    console.say("Ctrl-C ends it");
  }
}
