package org.sipbond.core.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.IpLiteral;
import org.sipbond.core.net.Transport;

/**
 * A call of Alice, whose leg is {@code a@192.0.2.7}, to Carol, whose leg is {@code c}. Tags of
 * sipbond are {@code s-a} and {@code s-c}.
 */
class DialogNamesTest {
  private static final DialogId ALICE = new DialogId("a@192.0.2.7", "s-a", "alice");
  private static final DialogId CAROL = new DialogId("c", "s-c", "carol");

  private final DialogIndex index = new DialogIndex();
  private final DialogNames names = new DialogNames(index);

  DialogNamesTest() {
    index.join(ALICE, CAROL);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          # the peer's view of its dialog with sipbond: the one behind is meant
          REPLACES,      a@192.0.2.7;to-tag=s-a;from-tag=alice,   c;to-tag=carol;from-tag=s-c
          REPLACES,      a@192.0.2.7;from-tag=alice;to-tag=s-a,   c;from-tag=s-c;to-tag=carol
          REPLACES,      c;to-tag=s-c;from-tag=carol,             a@192.0.2.7;to-tag=alice;from-tag=s-a
          REPLACES,      a@192.0.2.7 ; To-Tag=s-a; from-tag = alice ;early-only, c;to-tag=carol;from-tag=s-c;early-only
          JOIN,          a@192.0.2.7;to-tag=s-a;from-tag=alice,   c;to-tag=carol;from-tag=s-c
          TARGET_DIALOG, a@192.0.2.7;local-tag=alice;remote-tag=s-a, c;local-tag=s-c;remote-tag=carol
          # the view of whom it is for, such as one that was translated before
          REPLACES,      c;to-tag=carol;from-tag=s-c,             c;to-tag=carol;from-tag=s-c
          TARGET_DIALOG, c;local-tag=s-c;remote-tag=carol,        c;local-tag=s-c;remote-tag=carol
          # no dialog of ours
          REPLACES,      x@192.0.2.7;to-tag=s-a;from-tag=alice,   x@192.0.2.7;to-tag=s-a;from-tag=alice
          REPLACES,      a@192.0.2.7;to-tag=s-a;from-tag=ALICE,   a@192.0.2.7;to-tag=s-a;from-tag=ALICE
          # what names no dialog at all
          REPLACES,      a@192.0.2.7;to-tag=s-a,                  a@192.0.2.7;to-tag=s-a
          REPLACES,      a@192.0.2.7;to-tag;from-tag=alice,       a@192.0.2.7;to-tag;from-tag=alice
          REPLACES,      ;;;,                                     ;;;
          """)
  void saysWhatTheOtherLegCallsIt(NamingHeader header, String value, String there) {
    assertThat(names.across(header, value)).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          # RFC 3891: every separator of the header is escaped within the URI
          <sip:carol@example.com?Replaces=a%40192.0.2.7%3Bto-tag%3Ds-a%3Bfrom-tag%3Dalice> => <sip:carol@example.com?Replaces=c%3Bto-tag%3Dcarol%3Bfrom-tag%3Ds-c>
          <sip:carol@example.com?Replaces=a%40192.0.2.7%3bto-tag%3ds-a%3bfrom-tag%3dalice> => <sip:carol@example.com?Replaces=c%3Bto-tag%3Dcarol%3Bfrom-tag%3Ds-c>
          <sip:carol@example.com?replaces=%61%40192.0.2.7%3Bto-tag%3Ds-a%3Bfrom-tag%3Dalice> => <sip:carol@example.com?replaces=c%3Bto-tag%3Dcarol%3Bfrom-tag%3Ds-c>
          # other headers stay as they are, escapes too
          <sip:carol@example.com?Subject=a%26b%2525&Replaces=a%40192.0.2.7%3Bto-tag%3Ds-a%3Bfrom-tag%3Dalice&Require=replaces> => <sip:carol@example.com?Subject=a%26b%2525&Replaces=c%3Bto-tag%3Dcarol%3Bfrom-tag%3Ds-c&Require=replaces>
          "Carol <home>" <sip:carol@example.com;method=INVITE?Join=a%40192.0.2.7%3Bto-tag%3Ds-a%3Bfrom-tag%3Dalice>;p=1 => "Carol <home>" <sip:carol@example.com;method=INVITE?Join=c%3Bto-tag%3Dcarol%3Bfrom-tag%3Ds-c>;p=1
          # escaped twice is another Call-ID
          <sip:carol@example.com?Replaces=a%2540192.0.2.7%3Bto-tag%3Ds-a%3Bfrom-tag%3Dalice> => <sip:carol@example.com?Replaces=a%2540192.0.2.7%3Bto-tag%3Ds-a%3Bfrom-tag%3Dalice>
          # addresses of the other side become the member, domains stay
          <sip:carol@192.0.2.66:5070;transport=udp> => <sip:carol@198.51.100.7:5080;transport=tcp>
          sip:carol@192.0.2.66 => sip:carol@198.51.100.7:5080;transport=tcp
          <sip:+4312@[2001:db8::9];user=phone?Replaces=a%40192.0.2.7%3Bto-tag%3Ds-a%3Bfrom-tag%3Dalice> => <sip:+4312@198.51.100.7:5080;user=phone;transport=tcp?Replaces=c%3Bto-tag%3Dcarol%3Bfrom-tag%3Ds-c>
          <sip:carol@example.com;maddr=192.0.2.66> => <sip:carol@198.51.100.7:5080;transport=tcp>
          <sip:a?b@example.com> => <sip:a?b@example.com>
          <sip:carol@example.com> => <sip:carol@example.com>
          <tel:+4312> => <tel:+4312>
          # broken
          <sip:carol@example.com?Replaces=%4> => <sip:carol@example.com?Replaces=%4>
          <sip:carol@example.com?Replaces> => <sip:carol@example.com?Replaces>
          <sip:carol@example.com?> => <sip:carol@example.com>
          <sip:carol => <sip:carol
          """)
  void rewritesWhereSomebodyIsReferredTo(String value, String there) {
    Listener member =
        new Listener(
            "ext",
            Transport.TCP,
            IpLiteral.parse("192.0.2.4").orElseThrow(),
            5060,
            org.sipbond.core.net.HostPort.of(IpLiteral.parse("198.51.100.7").orElseThrow(), 5080));
    assertThat(names.referTo(value, member)).isEqualTo(there);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a@b", "a;b=c,d\"e\"", "100%", "ü <x>", "a b&c?d/e:f"})
  void escapesSoThatItCanBeReadBack(String text) {
    assertThat(UriHeaders.decode(UriHeaders.encode(text))).isEqualTo(text);
    assertThat(UriHeaders.encode(text)).matches("[A-Za-z0-9\\-_.!~*'()\\[\\]/?:+$%]*");
  }

  @Test
  void forgetsBothLegs() {
    index.part(CAROL);
    assertThat(index.size()).isZero();
    String value = "a@192.0.2.7;to-tag=s-a;from-tag=alice";
    assertThat(names.across(NamingHeader.REPLACES, value)).isEqualTo(value);
  }
}
