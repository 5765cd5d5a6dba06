package org.sipbond.core.b2bua;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sipbond.core.net.TargetUri;

/**
 * What of the first request of a call is the same when the call comes back by a loop, through
 * proxies or through other back-to-back user agents, which keep neither Call-ID nor tags nor Via.
 * The request-URI is part of it, so that a spiral is no loop (RFC 3261 §16.3, step 4). It never
 * leaves this machine.
 *
 * @param bond the name of the ingress bond
 * @param requestUri user and host, as they came in
 * @param fromUser the user of From, or all of it where it is no SIP URI; hosts may be replaced on
 *     the way
 * @param toUser the same of To
 * @param body a digest of the body: what tells two calls of the same parties apart
 */
public record Fingerprint(
    String bond, String requestUri, String fromUser, String toUser, String body) {

  /** That of a request. */
  public static Fingerprint of(
      String bond, TargetUri requestUri, String from, String to, byte[] body) {
    return new Fingerprint(
        bond, requestUri.user() + "@" + requestUri.host(), user(from), user(to), digest(body));
  }

  private static String user(String uri) {
    return TargetUri.parse(uri).map(TargetUri::user).orElse(uri);
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
