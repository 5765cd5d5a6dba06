package org.sipbond.sip.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import org.sipbond.core.attempt.RequestSize;
import org.sipbond.core.b2bua.Crossing;
import org.sipbond.core.b2bua.HeaderField;
import org.sipbond.core.b2bua.HeaderPolicy;
import org.sipbond.core.b2bua.Privacy;

/** Copies from a message of one leg what may be seen on the other. */
public final class Headers {
  private static final int LINE_END = 2;

  /**
   * Via, Contact, Call-ID, CSeq, Max-Forwards, Content-Length, session timer, tags, and the names
   * of what is counted by its value: for a listener of IPv4 and a short user.
   */
  private static final int OF_A_LEG = 410;

  private static final Set<String> OF_SEVERAL =
      Set.of("authorization", "proxy-authenticate", "proxy-authorization", "www-authenticate");

  private Headers() {}

  /**
   * Copies the header fields that pass from the one session to the other, and the body, byte for
   * byte; a request has one hop less then.
   *
   * @throws IOException if the body cannot be read
   */
  public static void copy(SipServletMessage from, SipServletMessage to) throws IOException {
    List<HeaderField> onward = HeaderPolicy.onward(fields(from), SessionTrust.crossing(from, to));
    onward.stream().map(HeaderField::name).distinct().forEach(to::removeHeader);
    onward.forEach(field -> to.addHeader(nameToAdd(field), field.value()));
    if (from instanceof SipServletRequest request && to instanceof SipServletRequest next) {
      MaxForwards.count(request, next);
    }
    copyBody(from, to);
  }

  /**
   * Copies the body with its type; nothing where there is none.
   *
   * @throws IOException if the body cannot be read
   */
  public static void copyBody(SipServletMessage from, SipServletMessage to) throws IOException {
    byte[] body = from.getRawContent();
    if (body != null && body.length > 0) {
      to.setContent(body, from.getContentType());
    }
  }

  /** All values of a header, a field each; empty when there is none. */
  public static List<String> values(SipServletMessage message, String header) {
    List<String> values = new ArrayList<>();
    Iterator<String> each = message.getHeaders(header);
    each.forEachRemaining(values::add);
    return Collections.unmodifiableList(values);
  }

  /** The option tags that whoever serves this request has to know. */
  public static List<String> required(SipServletRequest request) {
    return Stream.of("Require", "Proxy-Require")
        .flatMap(header -> values(request, header).stream())
        .toList();
  }

  /** What the sender wishes not to be told. */
  public static Privacy privacy(SipServletMessage message) {
    return Privacy.of(
        values(message, "Privacy").stream()
            .map(value -> new HeaderField("Privacy", value))
            .toList());
  }

  /**
   * The container replaces what is there when one of some names is added to it, of headers too that
   * a message may have several of (RFC 8760 §2.4); in lower case it does not know those names.
   */
  private static String nameToAdd(HeaderField field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    return OF_SEVERAL.contains(name) ? name : field.name();
  }

  /** How long the request of the second leg will be, whatever the trust of its bond. */
  public static RequestSize estimate(SipServletRequest first, String requestUri) {
    List<HeaderField> all = HeaderPolicy.onward(fields(first), new Crossing(true, true));
    int copied = all.stream().mapToInt(field -> bytes(field.toString()) + LINE_END).sum();
    int named =
        Stream.of(
                first.getMethod(),
                requestUri,
                first.getFrom().toString(),
                first.getTo().toString(),
                String.valueOf(first.getContentType()))
            .mapToInt(Headers::bytes)
            .sum();
    return new RequestSize(OF_A_LEG + named + copied + first.getContentLength());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static List<HeaderField> fields(SipServletMessage message) {
    List<HeaderField> fields = new ArrayList<>();
    Iterator<String> names = message.getHeaderNames();
    while (names.hasNext()) {
      String name = names.next();
      if (HeaderPolicy.mayPass(name)) {
        values(message, name).forEach(value -> fields.add(new HeaderField(name, value)));
      }
    }
    return fields;
  }
}
