package org.sipbond.core.lint;

import java.util.Locale;
import org.sipbond.core.json.Json;

/**
 * One thing that is probably not meant.
 *
 * @param where the path of the key, as in {@code bonds.spare}; rules are counted from 1
 * @param text what was found; what to do
 */
public record Warning(Code code, String where, String text) {

  /** What is looked for; {@code src/docs/lint.md} has a row for each. */
  public enum Code {
    /** No bond has the listener. */
    LISTENER_IN_NO_BOND,
    /** No rule and no fallback names the bond. */
    BOND_IN_NO_RULE,
    /** No rule names the next hop. */
    NEXT_HOP_IN_NO_RULE,
    /** An earlier rule takes everything that the rule asks for. */
    SHADOWED_RULE,
    /** The next hop leads to a listener of this configuration. */
    OWN_LISTENER,
    /** A request can come back to the rule that sent it. */
    RULE_LOOP,
    /** The next hop leads nowhere. */
    NOT_LOCATED,
    /** Every address of the next hop is private, where the rule forbids that. */
    FORBIDDEN_ADDRESS,
    /** The bond can send to no destination of the next hop. */
    NO_MEMBER,
    /** The bond can send to some destinations of the next hop, and not to others. */
    HOLE;

    /** {@code shadowed-rule}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** An object with {@code code}, {@code where} and {@code text}. */
  public Json json() {
    return Json.fields().with("code", code.toString()).with("where", where).with("text", text);
  }

  /** {@code rules.3: shadowed-rule: rule 1 takes ...; move ...}. */
  @Override
  public String toString() {
    return where + ": " + code + ": " + text;
  }
}
