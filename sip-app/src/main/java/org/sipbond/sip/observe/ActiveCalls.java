package org.sipbond.sip.observe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipbond.core.record.CallEnding;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallRecorder;

/** The calls that are not over, with what ends them. Free for any thread. */
final class ActiveCalls {
  private final CallRecorder recorder;
  private final Map<CallTrail, Runnable> goingOn = new HashMap<>();

  /** Those that are over, but whose records would not survive the end of the process. */
  private final Map<CallTrail, CallRecord> unkept = new HashMap<>();

  ActiveCalls(CallRecorder recorder) {
    this.recorder = recorder;
  }

  /**
   * A call begins.
   *
   * @param terminate ends it as an operator orders
   */
  synchronized void began(CallTrail call, Runnable terminate) {
    goingOn.put(call, terminate);
  }

  /**
   * A call is over; only the first time counts.
   *
   * @param how where nothing that happened says it
   */
  synchronized void ended(CallTrail call, CallEnding how) {
    if (goingOn.remove(call) != null) {
      CallRecord record = call.record(how);
      unkept.put(call, record);
      recorder.ended(record, () -> kept(call));
    }
  }

  private synchronized void kept(CallTrail call) {
    unkept.remove(call);
  }

  /** Writes all calls off; the peers are told nothing. */
  synchronized void stop() {
    List.copyOf(goingOn.keySet()).forEach(call -> ended(call, CallEnding.STOPPED));
  }

  /** How many are not over. */
  synchronized int size() {
    return goingOn.size();
  }

  /** What is known so far of those that are not over, or not kept; the oldest first. */
  synchronized List<CallRecord> list() {
    List<CallRecord> all = new ArrayList<>(unkept.values());
    goingOn.keySet().forEach(call -> all.add(call.soFar()));
    all.sort(Comparator.comparing(CallRecord::started));
    return all;
  }

  /** Ends those that have a Call-ID on either leg; how many there are. */
  int terminate(String callId) {
    List<Runnable> named = named(callId);
    named.forEach(Runnable::run);
    return named.size();
  }

  /** Not under the lock: a call has a lock of its own, and ends under that. */
  private synchronized List<Runnable> named(String callId) {
    return goingOn.entrySet().stream()
        .filter(call -> call.getKey().soFar().has(callId))
        .map(Map.Entry::getValue)
        .toList();
  }
}
