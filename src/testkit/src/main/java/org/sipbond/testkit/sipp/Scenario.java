package org.sipbond.testkit.sipp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sipbond.core.net.Transport;

/** The scenarios that come with the testkit; each is a file of SIPp beside this class. */
public enum Scenario implements Script {
  /** Calls with an offer, holds, hangs up. */
  UAC,
  /** Calls without an offer and answers the callee's offer in ACK, then hangs up. */
  UAC_LATE_OFFER,
  /** Calls with an offer and waits for the callee to hang up. */
  UAC_HUNG_UP,
  /** Calls, hears 180, cancels, expects 487. */
  UAC_CANCELS,
  /** Calls and expects 403, 404, 480, 486, 487, 488, 500, 502, 503 or 603. */
  UAC_REFUSED,
  /** Answers 180 and 200 with a session description, waits for BYE. */
  UAS,
  /** Answers 180 and 200, then hangs up. */
  UAS_HANGS_UP,
  /** Answers 180, waits for CANCEL, answers 487. */
  UAS_CANCELLED,
  /** Answers 486. */
  UAS_BUSY;

  @Override
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean calls() {
    return name().startsWith("UAC");
  }

  /**
   * Over TCP without {@code timewait}, which answers late retransmissions: there are none, and SIPp
   * would call it a failure when the peer closes. How long it lasts is filled in.
   */
  @Override
  public String text(Transport transport, boolean patient) throws IOException {
    String linger = patient ? "8000" : "500";
    String file = title() + ".xml";
    try (InputStream in = Scenario.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("no scenario " + file + " beside " + Scenario.class.getName());
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll(
          "<timewait/>", transport.reliable() ? "" : "<timewait milliseconds=\"" + linger + "\"/>");
    }
  }
}
