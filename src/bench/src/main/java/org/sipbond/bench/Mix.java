package org.sipbond.bench;

import static org.sipbond.core.net.Transport.TCP;
import static org.sipbond.core.net.Transport.UDP;

import java.util.List;
import org.sipbond.core.net.Transport;
import org.sipbond.testkit.sipp.Conversation;
import org.sipbond.testkit.sipp.Scenario;
import org.sipbond.testkit.sipp.Script;

/** What a day of a bridge is made of: each kind of conversation, over pairs of transports. */
final class Mix {
  private static final Conversation MODIFIED_BY_CALLER =
      Conversation.of(
          "re-INVITE, UPDATE and INFO by the caller",
          """
          > INVITE sdp | Allow: INVITE, ACK, BYE, CANCEL, UPDATE, INFO
          < 180
          < 200 sdp | Allow: INVITE, ACK, BYE, CANCEL, UPDATE, INFO
          > ACK
          hold
          > INVITE sdp
          < 200 sdp
          > ACK
          wait
          > UPDATE sdp
          < 200 sdp
          > INFO text
          < 200
          > BYE
          < 200
          """);
  private static final Conversation MODIFIED_BY_CALLEE =
      Conversation.of(
          "re-INVITE, UPDATE and BYE by the callee",
          """
          > INVITE sdp | Allow: INVITE, ACK, BYE, CANCEL, UPDATE, INFO
          < 180
          < 200 sdp | Allow: INVITE, ACK, BYE, CANCEL, UPDATE, INFO
          > ACK
          hold
          < INVITE sdp
          > 200 sdp
          < ACK
          wait
          < UPDATE sdp
          > 200 sdp
          < BYE
          > 200
          """);
  private static final Conversation RELIABLE =
      Conversation.of(
          "PRACK",
          """
          > INVITE sdp | Supported: 100rel
          < 183 sdp | Require: 100rel | RSeq: 71
          > PRACK
          < 200
          wait
          < 200
          > ACK
          hold
          > BYE
          < 200
          """);
  private static final Conversation REFERRED =
      Conversation.of(
          "REFER within a call",
          """
          > INVITE sdp
          < 180
          < 200 sdp
          > ACK
          hold
          > REFER | Refer-To: <sip:carol@example.com>
          < 202
          wait
          < NOTIFY sipfrag | Event: refer | Subscription-State: active;expires=60
          > 200
          wait
          < NOTIFY sipfrag | Event: refer | Subscription-State: terminated;reason=noresource
          > 200
          wait
          > BYE
          < 200
          """);
  private static final Conversation SUBSCRIBED =
      Conversation.of(
          "SUBSCRIBE and NOTIFY",
          """
          > SUBSCRIBE | Event: presence | Expires: 60
          < 200 | Expires: 60
          wait
          < NOTIFY text | Event: presence | Subscription-State: active;expires=60
          > 200
          hold
          > SUBSCRIBE | Event: presence | Expires: 0
          < 200 | Expires: 0
          wait
          < NOTIFY text | Event: presence | Subscription-State: terminated;reason=timeout
          > 200
          """);
  private static final Conversation MESSAGE = Conversation.of("MESSAGE", "> MESSAGE text\n< 200");
  private static final Conversation OPTIONS = Conversation.of("OPTIONS", "> OPTIONS\n< 200");

  private Mix() {}

  /**
   * One kind over one pair of transports.
   *
   * @param ipv6In whether callers use IPv6
   * @param ipv6Out whether callees do
   */
  record Part(
      Script caller, Script callee, Transport in, boolean ipv6In, Transport out, boolean ipv6Out) {
    /** As it is printed. */
    String title() {
      return caller.title().replaceFirst(", caller$", "");
    }

    /** As it is printed. */
    String way() {
      return "%s%s to %s%s".formatted(in, ipv6In ? "6" : "4", out, ipv6Out ? "6" : "4");
    }
  }

  static List<Part> parts() {
    return List.of(
        new Part(Scenario.UAC, Scenario.UAS, UDP, false, UDP, false),
        new Part(Scenario.UAC, Scenario.UAS, UDP, true, TCP, false),
        new Part(Scenario.UAC_LATE_OFFER, Scenario.UAS, TCP, false, UDP, true),
        new Part(Scenario.UAC_HUNG_UP, Scenario.UAS_HANGS_UP, UDP, false, UDP, true),
        new Part(Scenario.UAC_CANCELS, Scenario.UAS_CANCELLED, UDP, false, UDP, false),
        new Part(Scenario.UAC_REFUSED, Scenario.UAS_BUSY, UDP, true, UDP, false),
        part(MODIFIED_BY_CALLER, UDP, false, UDP, false),
        part(MODIFIED_BY_CALLEE, UDP, false, TCP, true),
        part(RELIABLE, UDP, false, UDP, true),
        part(REFERRED, TCP, true, UDP, false),
        part(SUBSCRIBED, UDP, false, UDP, false),
        part(MESSAGE, UDP, true, TCP, true),
        part(OPTIONS, TCP, false, UDP, false));
  }

  private static Part part(
      Conversation conversation, Transport in, boolean ipv6In, Transport out, boolean ipv6Out) {
    return new Part(conversation.caller(), conversation.callee(), in, ipv6In, out, ipv6Out);
  }
}
