package org.sipbond.management.socket;

import org.sipbond.management.Answer;
import org.sipbond.management.CommandsMXBean;

/** Answers with what it was asked. */
final class FixedCommands implements CommandsMXBean {
  @Override
  public Answer listeners(String format) {
    return Answer.ok("two\nlisteners as " + format);
  }

  @Override
  public Answer bonds(String format) {
    return Answer.invalid("format " + format + "; allowed: text, json");
  }

  @Override
  public Answer calls(String format) {
    throw new IllegalStateException("the log is gone");
  }

  @Override
  public Answer explainCall(String callId, String format) {
    return Answer.negative("call " + callId + " is not known, as " + format);
  }

  @Override
  public Answer explain(String uri, String from, String source, String method, String format) {
    return joined("explain", uri, from, source, method, format);
  }

  @Override
  public Answer resolve(String uri, String bond, String format) {
    return joined("resolve", uri, bond, format);
  }

  @Override
  public Answer lint(String format) {
    return joined("lint", format);
  }

  @Override
  public Answer blacklist(String format) {
    return joined("blacklist", format);
  }

  @Override
  public Answer blacklistAdd(String destination, String format) {
    return joined("blacklistAdd", destination, format);
  }

  @Override
  public Answer blacklistRemove(String destination, String format) {
    return joined("blacklistRemove", destination, format);
  }

  @Override
  public Answer blacklistClear(String format) {
    return joined("blacklistClear", format);
  }

  @Override
  public Answer dnsShow(String name, String format) {
    return joined("dnsShow", name, format);
  }

  @Override
  public Answer dnsFlush(String name, String format) {
    return joined("dnsFlush", name, format);
  }

  private static Answer joined(String... words) {
    return Answer.ok(String.join("|", words));
  }
}
