package org.sipbond.sip.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipbond.core.explain.Printable;
import org.sipbond.core.json.Json;
import org.sipbond.core.record.ArchiveException;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallRecordJson;
import org.sipbond.core.record.CallSearch;

/** Calls as they are shown and ended. */
record Calls(KnownCalls known) {

  /** Those that go on. */
  Told active() {
    return Told.table(known.active(), CallText::activeRow, CallRecordJson::ofActive);
  }

  /** Those that are over, the newest last. */
  Told list(CallSearch search) {
    try {
      List<CallRecord> calls = new ArrayList<>(known.find(search));
      Collections.reverse(calls);
      return Told.table(calls, CallText::row, CallRecordJson::of);
    } catch (ArchiveException why) {
      return unavailable(why);
    }
  }

  /** All that have a Call-ID on either leg; negative where there are none. */
  Told show(String callId) {
    List<CallRecord> active = known.active().stream().filter(call -> call.has(callId)).toList();
    try {
      List<CallRecord> over = known.find(CallSearch.of(callId));
      return active.isEmpty() && over.isEmpty() ? unknown(callId) : told(over, active);
    } catch (ArchiveException why) {
      return active.isEmpty() ? unavailable(why) : told(List.of(), active);
    }
  }

  /** Ends a call; negative where none goes on that has the Call-ID on either leg. */
  Told end(String callId) {
    int number = known.terminate(callId);
    return Told.count(number, "ended", number > 0);
  }

  private static Told told(List<CallRecord> over, List<CallRecord> active) {
    return new Told(
        true,
        Stream.concat(
                over.stream().map(CallText::whole), active.stream().map(CallText::wholeOfActive))
            .collect(Collectors.joining("\n\n")),
        Json.list(
            Stream.concat(
                over.stream().map(CallRecordJson::of),
                active.stream().map(CallRecordJson::ofActive))));
  }

  private static Told unknown(String callId) {
    return new Told(
        false, "call " + Printable.text(callId) + " is not known", Json.list(Stream.empty()));
  }

  private static Told unavailable(ArchiveException why) {
    String message = String.valueOf(why.getMessage());
    return new Told(false, Printable.text(message), Json.fields().with("error", message));
  }
}
