package org.sipbond.core.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallStateTest {

  @ParameterizedTest(name = "{0}: {1} gives {2} {3}")
  @CsvSource(
      textBlock =
          """
          # where the callee is
          LOCATING,    LOCATED,     LOCATING,    NEXT_ATTEMPT
          LOCATING,    ATTEMPT,     SENDING,     INVITE_CALLEE
          LOCATING,    REFUSED,     ENDED,       REFUSE_CALLER
          SENDING,     SENT,        CALLING,
          # answers may overtake the word that the INVITE was sent
          SENDING,     PROVISIONAL, CALLING,     RELAY_PROVISIONAL
          SENDING,     ANSWER,      ANSWERED,    RELAY_ANSWER
          SENDING,     FAILURE,     ENDED,       RELAY_FAILURE
          ANSWERED,    SENT,        ANSWERED,
          # another destination: RFC 3263 §4.3
          SENDING,     ATTEMPT_FAILED, LOCATING, NEXT_ATTEMPT
          CALLING,     ATTEMPT_FAILED, LOCATING, NEXT_ATTEMPT
          CALLING,     ATTEMPT_SILENT, LOCATING, CANCEL_CALLEE NEXT_ATTEMPT
          # given up before there is anything to cancel
          LOCATING,    CANCEL,      ENDED,
          LOCATING,    CALLER_BYE,  ENDED,       TERMINATE_CALLER
          SENDING,     CANCEL,      GIVEN_UP,
          GIVEN_UP,    SENT,        CANCELLING,  CANCEL_CALLEE
          GIVEN_UP,    PROVISIONAL, CANCELLING,  CANCEL_CALLEE
          GIVEN_UP,    ANSWER,      ENDED,       ACK_CALLEE BYE_CALLEE
          GIVEN_UP,    FAILURE,     ENDED,
          GIVEN_UP,    ATTEMPT_FAILED, ENDED,
          CANCELLING,  ATTEMPT_FAILED, ENDED,
          # a call as it should be
          CALLING,     PROVISIONAL, CALLING,     RELAY_PROVISIONAL
          CALLING,     ANSWER,      ANSWERED,    RELAY_ANSWER
          ANSWERED,    ACK,         ESTABLISHED, ACK_CALLEE
          ESTABLISHED, CALLER_BYE,  ENDED,       BYE_CALLEE
          ESTABLISHED, CALLEE_BYE,  ENDED,       BYE_CALLER
          # refused
          CALLING,     FAILURE,     ENDED,       RELAY_FAILURE
          # given up
          CALLING,     CANCEL,      CANCELLING,  CANCEL_CALLEE
          CANCELLING,  PROVISIONAL, CANCELLING,
          CANCELLING,  FAILURE,     ENDED,
          # the CANCEL crosses the 2xx
          CANCELLING,  ANSWER,          ENDED,    ACK_CALLEE BYE_CALLEE
          ANSWERED,    CANCEL,          ANSWERED,
          ANSWERED,    UNWANTED_ANSWER, ENDED,    ACK_CALLEE BYE_CALLEE
          # hung up before the ACK: RFC 3261 §15
          ANSWERED,    CALLER_BYE,  ENDED,       ACK_CALLEE BYE_CALLEE
          ANSWERED,    CALLEE_BYE,  CALLEE_GONE,
          CALLEE_GONE, ACK,         ENDED,       BYE_CALLER
          CALLEE_GONE, NO_ACK,      ENDED,       BYE_CALLER
          CALLEE_GONE, CALLER_BYE,  ENDED,
          ANSWERED,    NO_ACK,      ENDED,       ACK_CALLEE BYE_CALLEE BYE_CALLER
          # an operator ends it
          LOCATING,    ORDER,       ENDED,       TERMINATE_CALLER
          SENDING,     ORDER,       GIVEN_UP,    TERMINATE_CALLER
          GIVEN_UP,    ORDER,       GIVEN_UP,
          CALLING,     ORDER,       CANCELLING,  CANCEL_CALLEE TERMINATE_CALLER
          CANCELLING,  ORDER,       CANCELLING,
          ANSWERED,    ORDER,       CALLEE_GONE, ACK_CALLEE BYE_CALLEE
          CALLEE_GONE, ORDER,       CALLEE_GONE,
          ESTABLISHED, ORDER,       ENDED,       BYE_CALLEE BYE_CALLER
          # a retransmitted 2xx or ACK sends nothing
          ANSWERED,    ANSWER,      ANSWERED,
          ESTABLISHED, ANSWER,      ESTABLISHED,
          ESTABLISHED, ACK,         ESTABLISHED,
          # a BYE before the dialog exists ends it as a CANCEL does: RFC 3261 §15
          CALLING,     CALLER_BYE,  CANCELLING,  CANCEL_CALLEE TERMINATE_CALLER
          SENDING,     CALLER_BYE,  GIVEN_UP,    TERMINATE_CALLER
          # no PRACK (RFC 3262 §3), or ringing without an end (RFC 3261 §16.8)
          LOCATING,    TOO_LATE,    ENDED,       REFUSE_CALLER
          SENDING,     TOO_LATE,    GIVEN_UP,    REFUSE_CALLER
          CALLING,     TOO_LATE,    CANCELLING,  CANCEL_CALLEE REFUSE_CALLER
          ANSWERED,    TOO_LATE,    ANSWERED,
          ESTABLISHED, TIME_UP,     ENDED,       BYE_CALLEE BYE_CALLER
          ANSWERED,    TIME_UP,     CALLEE_GONE, ACK_CALLEE BYE_CALLEE
          CALLING,     TIME_UP,     CALLING,
          # a peer has lost the call: RFC 3261 §12.2.1.2
          ESTABLISHED, PEER_LOST,   ENDED,       BYE_CALLEE BYE_CALLER
          ANSWERED,    PEER_LOST,   CALLEE_GONE, ACK_CALLEE BYE_CALLEE
          CALLING,     PEER_LOST,   CALLING,
          # a timer of a leg ends it: RFC 4028 §10; before the ACK as RFC 3261 §15 has it
          ESTABLISHED, SESSION_EXPIRED,  ENDED,       BYE_CALLEE BYE_CALLER
          ESTABLISHED, REFRESH_FAILED,   ENDED,       BYE_CALLEE BYE_CALLER
          ESTABLISHED, KEEPALIVE_FAILED, ENDED,       BYE_CALLEE BYE_CALLER
          ANSWERED,    SESSION_EXPIRED,  CALLEE_GONE, ACK_CALLEE BYE_CALLEE
          ANSWERED,    REFRESH_FAILED,   CALLEE_GONE, ACK_CALLEE BYE_CALLEE
          CALLEE_GONE, SESSION_EXPIRED,  CALLEE_GONE,
          """)
  void answersEachEvent(CallState state, CallEvent event, CallState next, String actions) {
    List<CallAction> expected =
        actions == null
            ? List.of()
            : Stream.of(actions.split(" ")).map(CallAction::valueOf).toList();
    assertThat(state.on(event)).isEqualTo(new CallStep(next, expected));
  }

  @ParameterizedTest
  @EnumSource(CallEvent.class)
  void sendsNothingOnceEnded(CallEvent event) {
    assertThat(CallState.ENDED.on(event)).isEqualTo(CallStep.to(CallState.ENDED));
  }

  @Test
  void answersEveryEventInEveryState() {
    assertThat(CallState.values())
        .allSatisfy(
            state ->
                assertThat(CallEvent.values())
                    .allSatisfy(event -> assertThat(state.on(event)).isNotNull()));
  }
}
