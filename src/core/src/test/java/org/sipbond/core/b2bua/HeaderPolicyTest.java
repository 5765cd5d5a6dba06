package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderPolicyTest {
  private static final Crossing OUTSIDE = new Crossing(false, false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Via",
        "v",
        "Contact",
        "m",
        "Record-Route",
        "Route",
        "Call-ID",
        "call-id",
        "i",
        "From",
        "f",
        "To",
        "t",
        "CSeq",
        "Max-Forwards",
        "Content-Type",
        "c",
        "l",
        "Path",
        "Service-Route",
        "RSeq",
        "RAck",
        "Session-Expires",
        "x",
        "Min-SE",
        "User-Agent",
        "Server",
        "Warning",
        "In-Reply-To",
        "P-Preferred-Identity",
        "Security-Client",
        "X-Sipbond-Destination"
      })
  void keepsWhatBelongsToOneLegWhateverTheTrust(String header) {
    assertThat(HeaderPolicy.mayPass(header)).isFalse();
    assertThat(onward(header + ": 1", true, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Account",
        "x-account",
        "Date",
        "Allow",
        "Allow-Events",
        "Accept",
        "Reason",
        "User-to-User",
        "Geolocation",
        "Event",
        "Subscription-State",
        "SIP-ETag",
        "SIP-If-Match",
        "Refer-To",
        "Replaces",
        "Target-Dialog",
        "Authorization",
        "Proxy-Authorization",
        "WWW-Authenticate",
        "Proxy-Authenticate",
        "Authentication-Info",
        "Content-Disposition",
        "e",
        "Content-Language",
        "MIME-Version"
      })
  void passesTheRestToAnybody(String header) {
    assertThat(HeaderPolicy.mayPass(header)).isTrue();
    assertThat(onward(header + ": 1", false, false)).isEqualTo(header + ": 1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        // header                                  untrusted to t. | t. to untrusted | t. to trusted
        "P-Asserted-Identity: <tel:+1>             |               | x               | x",
        "P-Asserted-Identity: <tel:+1> / Privacy: id |             |                 | x",
        "P-Asserted-Identity: <tel:+1> / Privacy: none |           | x               | x",
        "P-Asserted-Identity: <tel:+1> / Privacy: user |           | x               | x",
        "P-Charging-Vector: icid-value=1           |               |                 | x",
        "P-Access-Network-Info: x                  |               |                 | x",
        "P-Anything-New: x                         |               |                 | x",
        "Remote-Party-ID: <sip:a@example.com>      |               |                 | x",
        "Diversion: <sip:a@example.com>            |               |                 | x",
        "History-Info: <sip:a@example.com>;index=1 |               |                 | x",
        "Resource-Priority: ets.0                  |               | x               | x",
        "Subject: x                                | x             | x               | x",
        "Subject: x / Privacy: user                | x             |                 | x",
        "s: x / Privacy: id;user                   | x             |                 | x",
        "Identity: x                               | x             | x               | x",
        "y: x / Privacy: ID                        | x             |                 | x",
        "Identity: x / Privacy: user               | x             |                 | x",
      })
  void goesByTheTrustOfBothBonds(
      String fields, String untrustedToTrusted, String trustedToUntrusted, String within) {
    String first = fields.split(" / ", -1)[0];
    assertThat(onward(fields, false, true).contains(first)).isEqualTo(untrustedToTrusted != null);
    assertThat(onward(fields, true, false).contains(first)).isEqualTo(trustedToUntrusted != null);
    assertThat(onward(fields, true, true).contains(first)).isEqualTo(within != null);
    assertThat(onward("P-Asserted-Identity: <tel:+1>", false, false)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "id, id",
    "none, none",
    "header, ''",
    "user;id, id",
    "id; critical, id",
    "'user, session', session",
    "history;header, ''"
  })
  void tellsAnUntrustedBondOnlyWhatIsStillToBeDone(String asked, String left) {
    String privacy = "Privacy: " + asked;
    assertThat(onward(privacy, false, false)).isEqualTo(left.isEmpty() ? "" : "Privacy: " + left);
    assertThat(onward(privacy, false, true)).isEqualTo(privacy);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Alert-Info: <http://media.example.com/ring.wav>  | x",
        "Alert-Info: <urn:alert:service:call-waiting>     | x",
        "Alert-Info: <http://192.0.2.31/ring.wav>         |  ",
        "Alert-Info: <http://a@192.0.2.31:8080/ring.wav>  |  ",
        "Error-Info: <sip:busy@[2001:db8::1]>             |  ",
        "Error-Info: <sip:192.0.2.31>                     |  ",
        "Error-Info: <http://1.2.3.4.example.com/x>       | x",
      })
  void keepsReferencesToHostsOfTheOtherSide(String field, String passes) {
    assertThat(onward(field, true, true)).isEqualTo(passes == null ? "" : field);
  }

  @Nested
  class OptionTags {
    @Test
    void passOnlyWhereSipbondIsNoObstacle() {
      assertThat(onward("Supported: path, timer / k: outbound,tdialog", false, false))
          .isEqualTo("k: tdialog");
      assertThat(onward("Require: timer, histinfo", true, true)).isEqualTo("Require: histinfo");
      assertThat(onward("Require: path", false, false)).isEmpty();
      assertThat(onward("Proxy-Require: Privacy", false, false))
          .isEqualTo("Proxy-Require: Privacy");
      assertThat(onward("Unsupported: gruu, uui", false, false)).isEqualTo("Unsupported: uui");
    }

    @Test
    void areNamedWhereTheyCannotBeServed() {
      assertThat(HeaderPolicy.unsupportedOptions(List.of("path, timer", "gruu")))
          .contains("path, gruu");
      assertThat(HeaderPolicy.unsupportedOptions(List.of("timer"))).isEmpty();
      assertThat(HeaderPolicy.unsupportedOptions(List.of())).isEmpty();
    }
  }

  @Test
  void keepsTheOrderAndEveryFieldOfAName() {
    assertThat(onward("X-A: 1 / User-Agent: u / X-B: 2 / X-A: 3", OUTSIDE))
        .isEqualTo("X-A: 1 / X-B: 2 / X-A: 3");
  }

  private static String onward(String fields, boolean fromTrusted, boolean toTrusted) {
    return onward(fields, new Crossing(fromTrusted, toTrusted));
  }

  private static String onward(String fields, Crossing crossing) {
    return HeaderPolicy.onward(fields(fields), crossing).stream()
        .map(HeaderField::toString)
        .collect(Collectors.joining(" / "));
  }

  static List<HeaderField> fields(String text) {
    return Arrays.stream(text.split(" / ", -1))
        .map(field -> field.split(": ", 2))
        .map(parts -> new HeaderField(parts[0].strip(), parts[1].strip()))
        .toList();
  }
}
