package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {

  @ParameterizedTest(name = "{0} from the {1}, {2}, pending {3}: {4}")
  @CsvSource(
      textBlock =
          """
          # one offer at a time: RFC 3261 §14.2, RFC 3311 §5.2
          INVITE, CALLER, ESTABLISHED, NOBODYS, PASSES
          INVITE, CALLEE, ESTABLISHED, NOBODYS, PASSES
          INVITE, CALLER, ESTABLISHED, CALLEES, CROSSES
          INVITE, CALLEE, ESTABLISHED, CALLERS, CROSSES
          INVITE, CALLER, ESTABLISHED, CALLERS, TOO_SOON
          INVITE, CALLEE, ESTABLISHED, CALLEES, TOO_SOON
          UPDATE, CALLER, ESTABLISHED, CALLEES, CROSSES
          UPDATE, CALLEE, ESTABLISHED, CALLERS, CROSSES
          UPDATE, CALLER, ESTABLISHED, CALLERS, TOO_SOON
          INVITE, CALLER, ESTABLISHED, OURS,    CROSSES
          UPDATE, CALLEE, ESTABLISHED, OURS,    CROSSES
          INFO,   CALLEE, ESTABLISHED, OURS,    PASSES
          # an INVITE that is answered, but for an ACK that was lost or overtaken
          INVITE, CALLER, ESTABLISHED, CALLERS_ANSWERED, PASSES_ACKNOWLEDGED
          UPDATE, CALLEE, ESTABLISHED, CALLEES_ANSWERED, PASSES_ACKNOWLEDGED
          UPDATE, CALLEE, ESTABLISHED, CALLERS_ANSWERED, CROSSES
          INVITE, CALLER, ESTABLISHED, CALLEES_ANSWERED, CROSSES
          INFO,   CALLER, ESTABLISHED, CALLERS_ANSWERED, PASSES
          INVITE, CALLER, ANSWERED,    CALLERS_ANSWERED, PASSES_ACKNOWLEDGED
          UPDATE, CALLER, ANSWERED,    CALLERS_ANSWERED, PASSES_ACKNOWLEDGED
          # what carries no offer
          INFO,   CALLER, ESTABLISHED, CALLEES, PASSES
          REFER,  CALLEE, ESTABLISHED, CALLEES, PASSES
          FROB,   CALLEE, ESTABLISHED, CALLERS, PASSES
          # the first INVITE is the caller's until its ACK
          INVITE, CALLER, CALLING,     NOBODYS, TOO_SOON
          INVITE, CALLEE, CALLING,     NOBODYS, CROSSES
          INVITE, CALLEE, ANSWERED,    NOBODYS, CROSSES
          INVITE, CALLER, ANSWERED,    NOBODYS, TOO_SOON
          # an early dialog
          UPDATE, CALLER, CALLING,     NOBODYS, PASSES
          UPDATE, CALLEE, CALLING,     NOBODYS, PASSES
          UPDATE, CALLEE, CALLING,     CALLERS, CROSSES
          UPDATE, CALLER, CALLING,     CALLERS, TOO_SOON
          INFO,   CALLEE, CALLING,     NOBODYS, PASSES
          UPDATE, CALLER, LOCATING,    NOBODYS, TOO_SOON
          INFO,   CALLER, SENDING,     NOBODYS, TOO_SOON
          # too late
          INFO,   CALLER, CANCELLING,  NOBODYS, NO_DIALOG
          UPDATE, CALLEE, GIVEN_UP,    NOBODYS, NO_DIALOG
          INVITE, CALLER, ENDED,       NOBODYS, NO_DIALOG
          """)
  void answersEachRequest(
      String method, Party from, CallState state, PendingOffer pending, Admission expected) {
    assertThat(Admission.of(method, from, state, pending)).isEqualTo(expected);
  }
}
