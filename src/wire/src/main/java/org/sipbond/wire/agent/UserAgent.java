package org.sipbond.wire.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.sipbond.core.net.Transport;
import org.sipbond.wire.Body;
import org.sipbond.wire.Header;
import org.sipbond.wire.SipText;
import org.sipbond.wire.WireMessage;

/**
 * A SIP user agent on one socket of its own. Until {@link #answerCalls} says otherwise it answers a
 * new INVITE with 100 and 180 and waits to be told more. It answers 200 to every other request, 481
 * to what belongs to no call. Closing it ends its threads and sockets, not its calls.
 */
public final class UserAgent implements AutoCloseable {
  private final Port port;
  private final WireLog log;
  private final Repeats timer;
  private final Engine engine;

  private UserAgent(Port port, WireLog log, Repeats timer, Engine engine) {
    this.port = port;
    this.log = log;
    this.timer = timer;
    this.engine = engine;
  }

  /**
   * Binds a socket and starts to answer.
   *
   * @param name user part of its own URIs
   * @param port 0 for any free one
   * @throws IOException when the socket cannot be bound
   */
  public static UserAgent open(String name, Transport transport, InetAddress address, int port)
      throws IOException {
    WireLog log = new WireLog(Clock.systemUTC());
    Port open =
        switch (transport) {
          case UDP -> UdpPort.open(address, port, log);
          case TCP -> TcpPort.open(Sockets.plain(), address, port, log);
          default ->
              throw new IllegalArgumentException(
                  "user agent over " + transport + "; allowed: udp, tcp, and tls by openTls");
        };
    return reading(name, transport, open, log);
  }

  /**
   * Binds a TLS socket and starts to answer.
   *
   * @param name user part of its own URIs
   * @param port 0 for any free one
   * @param context with its certificate; connects to whoever has one that this trusts
   * @param parameters protocols, and what it asks of those who connect
   * @throws IOException when the socket cannot be bound
   */
  public static UserAgent openTls(
      String name, InetAddress address, int port, SSLContext context, SSLParameters parameters)
      throws IOException {
    WireLog log = new WireLog(Clock.systemUTC());
    Port open = TcpPort.open(Sockets.tls(context, parameters), address, port, log);
    return reading(name, Transport.TLS, open, log);
  }

  private static UserAgent reading(String name, Transport transport, Port open, WireLog log) {
    Repeats timer = new Repeats("sipbond-agent-timer-" + open.local().getPort());
    Identity identity = new Identity(name, transport, open.local());
    Engine engine = new Engine(identity, open, new Tokens(new SecureRandom()), timer);
    open.listen(engine);
    return new UserAgent(open, log, timer, engine);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return port.local();
  }

  /** Its own URI, as in its Contact. */
  public String uri() {
    return engine.identity().uri();
  }

  /** Everything that it sent and received. */
  public WireLog log() {
    return log;
  }

  /** What it sent and received so far. */
  public List<WireMessage> messages() {
    return log.messages();
  }

  /** Answers every new call with 100, 180, 200. */
  public void answerCalls() {
    answerCalls(Answering.atOnce());
  }

  /** Answers every new call from now on by that script. */
  public void answerCalls(Answering script) {
    engine.calls().answer(script);
  }

  /** Waits for the next incoming call that was not given out before. */
  public IncomingCall awaitCall(Duration limit) {
    return engine.calls().await(limit);
  }

  /**
   * Calls.
   *
   * @param requestUri also the To
   * @param to where the INVITE goes, whatever the URI says
   * @param sdp the offer; empty for none
   * @param more headers besides those that every INVITE has
   */
  public OutgoingCall invite(String requestUri, InetSocketAddress to, String sdp, Header... more) {
    String tag = engine.tokens().fresh();
    return engine
        .monitor()
        .read(
            () -> {
              ClientTransaction invite = start("INVITE", requestUri, to, sdp, tag, more);
              OutgoingCall call = new OutgoingCall(engine, invite);
              engine.calls().add(call, tag);
              return call;
            });
  }

  /** Calls with an offer of its own address. */
  public OutgoingCall invite(String requestUri, InetSocketAddress to) {
    return invite(requestUri, to, Sdp.audio(address().getAddress()));
  }

  /** Sends a request outside of any dialog, such as OPTIONS. */
  public ClientTransaction request(String method, String requestUri, InetSocketAddress to) {
    return request(method, requestUri, to, "");
  }

  /**
   * Sends a request outside of any dialog, such as MESSAGE.
   *
   * @param body empty for none
   * @param more headers besides those that every request has; Content-Type where there is a body
   *     that is no session description
   */
  public ClientTransaction request(
      String method, String requestUri, InetSocketAddress to, String body, Header... more) {
    String tag = engine.tokens().fresh();
    return engine.monitor().read(() -> start(method, requestUri, to, body, tag, more));
  }

  /**
   * This end of the dialog that a request makes which was sent outside of any, such as SUBSCRIBE.
   * To be asked for before it is answered.
   */
  public DialogEnd dialogOf(ClientTransaction first) {
    return engine.monitor().read(() -> engine.dialogs().ofCaller(engine, first));
  }

  /** Leaves new requests of that method to {@link #awaitRequest} from now on. */
  public void holdRequests(String method) {
    engine.requests().hold(method);
  }

  /** Waits for the next request outside of dialogs that is to be answered by hand. */
  public IncomingRequest awaitRequest(String method, Duration limit) {
    return engine.requests().await(method, limit);
  }

  @Override
  public void close() {
    timer.close();
    try {
      port.close();
    } catch (IOException failed) {
      throw new NotSentException("sockets of " + uri() + " not closed", failed);
    }
  }

  private ClientTransaction start(
      String method,
      String requestUri,
      InetSocketAddress to,
      String body,
      String tag,
      Header... more) {
    List<Header> dialog = new ArrayList<>();
    dialog.add(new Header("From", engine.identity().from(tag)));
    dialog.add(new Header("To", "<" + requestUri + ">"));
    dialog.add(new Header("Call-ID", engine.tokens().fresh()));
    dialog.add(new Header("CSeq", "1 " + method));
    dialog.addAll(List.of(more));
    SipText request =
        engine
            .identity()
            .request(method, requestUri, engine.tokens().branch(), dialog, Body.of(body));
    return engine.send(request, to);
  }
}
