package org.sipbond.core.record;

import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.rule.RequestFacts;

/**
 * The leg that came in. Its texts are the peer's: of any length, with any character.
 *
 * @param callId of its INVITE
 * @param bond that it came in by; empty where the rules refused the call
 * @param listener the name of the listener that it came in by
 * @param source the address that it came from, IPv6 without brackets
 * @param from the URI of its From header
 * @param to the URI of its To header
 * @param requestUri as it came
 */
public record CallerLeg(
    String callId,
    String bond,
    String listener,
    String source,
    String from,
    String to,
    String requestUri) {

  /**
   * The leg that an INVITE made.
   *
   * @param bond that it came in by; empty where the rules refused the call
   */
  public static CallerLeg of(String callId, RequestFacts facts, String bond) {
    return new CallerLeg(
        callId,
        bond,
        facts.ingress().name(),
        IpLiteral.text(facts.source()),
        facts.from(),
        facts.to(),
        facts.requestUri().toString());
  }
}
