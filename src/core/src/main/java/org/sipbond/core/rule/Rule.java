package org.sipbond.core.rule;

/**
 * One rule.
 *
 * @param number its place in the configuration, from 1
 * @param from the name of the ingress bond
 */
public record Rule(int number, String from, Match match, Action action) {

  public Rule {
    if (number < 1) {
      throw new IllegalArgumentException("rule number is " + number + "; allowed: 1 or more");
    }
  }

  /** {@code rule 1 from intern to extern by carrier1 (sip:192.0.2.9) when user 00*}. */
  @Override
  public String toString() {
    String when = match.toString();
    return "rule "
        + number
        + " from "
        + from
        + " "
        + action
        + (when.isEmpty() ? "" : " when " + when);
  }
}
