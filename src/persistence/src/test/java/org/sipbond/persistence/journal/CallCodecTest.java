package org.sipbond.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sipbond.core.record.CallRecord;
import org.sipbond.persistence.Calls;

class CallCodecTest {
  @Test
  void readsWhatItWrote() throws Exception {
    for (CallRecord call :
        new CallRecord[] {
          Calls.answered(1), Calls.refused(2), Calls.answered(3, "nul \0 and \uD83D\uDE00")
        }) {
      assertThat(CallCodec.decode(CallCodec.encode(call))).isEqualTo(call);
    }
  }

  @Test
  void refusesTheFormatOfALaterRelease() {
    byte[] entry = CallCodec.encode(Calls.answered(1));
    entry[0] = 9;

    assertThatThrownBy(() -> CallCodec.decode(entry))
        .isInstanceOf(CallCodec.UnknownEntryException.class)
        .hasMessage("entry is of format 9; allowed: 1");
  }

  @Test
  void refusesAnEntryOfWhichApartIsMissing() {
    byte[] entry = CallCodec.encode(Calls.answered(1));

    assertThatThrownBy(() -> CallCodec.decode(Arrays.copyOf(entry, entry.length / 2)))
        .isInstanceOf(CallCodec.UnknownEntryException.class);
  }
}
