package org.sipbond.core.explain;

import java.util.function.Function;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.rule.RequestFacts;

/** What is to be explained. */
public sealed interface Inquiry {

  /** Calls the function of this case. */
  <T> T fold(Function<Uri, T> uri, Function<Request, T> request, Function<Call, T> call);

  /**
   * A URI that a bond would send to; no rule is asked.
   *
   * @param uri what stands in place of a Request-URI
   */
  record Uri(TargetUri uri) implements Inquiry {
    @Override
    public <T> T fold(Function<Uri, T> uri, Function<Request, T> request, Function<Call, T> call) {
      return uri.apply(this);
    }

    /** {@code sip:carrier1.example.com}. */
    @Override
    public String toString() {
      return uri.toString();
    }
  }

  /** The first request of a dialog that was never received: rules are tried with it. */
  record Request(RequestFacts facts) implements Inquiry {
    @Override
    public <T> T fold(Function<Uri, T> uri, Function<Request, T> request, Function<Call, T> call) {
      return request.apply(this);
    }

    /** {@code INVITE sip:00431@192.0.2.1 from 192.0.2.7 by int-udp udp:192.0.2.1:5060}. */
    @Override
    public String toString() {
      return headline(facts);
    }
  }

  /**
   * A call.
   *
   * @param callId of the caller's leg, as the caller sent it
   * @param facts its first request
   */
  record Call(String callId, RequestFacts facts) implements Inquiry {
    @Override
    public <T> T fold(Function<Uri, T> uri, Function<Request, T> request, Function<Call, T> call) {
      return call.apply(this);
    }

    /** {@code INVITE sip:00431@192.0.2.1 from 192.0.2.7 by int-udp udp:192.0.2.1:5060}. */
    @Override
    public String toString() {
      return headline(facts);
    }
  }

  private static String headline(RequestFacts facts) {
    return facts.method()
        + " "
        + facts.requestUri()
        + " from "
        + IpLiteral.text(facts.source())
        + " by "
        + facts.ingress();
  }
}
