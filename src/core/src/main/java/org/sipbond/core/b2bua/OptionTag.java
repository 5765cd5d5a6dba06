package org.sipbond.core.b2bua;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The option tags that pass in Supported, Require, Proxy-Require and Unsupported, since they work
 * from end to end or sipbond serves them on both legs, and those that it writes for each leg by
 * itself. Any other tag stays: it would promise what a back-to-back user agent in between does not
 * keep. See RFC 3261 §19.2.
 */
public enum OptionTag {
  RELIABLE("RFC 3262: see calls.md", "100rel"),
  ANSWERMODE("RFC 5373: only the callee acts on it"),
  EARLY_SESSION("RFC 3959: a body of its own"),
  EXPLICITSUB("RFC 7614: only the referee acts on it"),
  HISTINFO("RFC 7044: see History-Info"),
  ICE("RFC 5768: bodies pass"),
  JOIN("RFC 3911: see Join"),
  MULTIPLE_REFER("RFC 5368: a body"),
  NOREFERSUB("RFC 4488: only the referee acts on it"),
  NOSUB("RFC 7614: only the referee acts on it"),
  PRECONDITION("RFC 3312: in bodies"),
  PRIVACY("RFC 3323 §4.2: see Privacy"),
  RECIPIENT_LIST_INVITE("RFC 5366: a body"),
  RECIPIENT_LIST_MESSAGE("RFC 5365: a body"),
  REPLACES("RFC 3891: see Replaces"),
  RESOURCE_PRIORITY("RFC 4412: see Resource-Priority"),
  SDP_ANAT("RFC 4092: in bodies"),
  TDIALOG("RFC 4538: see Target-Dialog"),
  TIMER("RFC 4028: each leg has a timer of its own; written anew", true),
  TRICKLE_ICE("RFC 8840: bodies and INFO pass"),
  UUI("RFC 7433: see User-to-User");

  private static final Map<String, OptionTag> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(OptionTag::toString, Function.identity()));

  private final String why;
  private final String tag;
  private final boolean ofTheLeg;

  OptionTag(String why) {
    this(why, false);
  }

  OptionTag(String why, boolean ofTheLeg) {
    this.why = why;
    this.tag = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.ofTheLeg = ofTheLeg;
  }

  OptionTag(String why, String tag) {
    this.why = why;
    this.tag = tag;
    this.ofTheLeg = false;
  }

  /** Whether a tag may be required: sipbond passes or serves it. Tags compare without case. */
  static boolean serves(String tag) {
    return BY_NAME.containsKey(tag.toLowerCase(Locale.ROOT));
  }

  /** Whether a tag goes on to the other leg, and is not one that sipbond writes for each leg. */
  static boolean passes(String tag) {
    OptionTag known = BY_NAME.get(tag.toLowerCase(Locale.ROOT));
    return known != null && !known.ofTheLeg;
  }

  /** The row as {@code src/docs/headers.md} has it. */
  public String row() {
    return "| " + this + " | " + why + " |";
  }

  /** The tag itself, in lower case. */
  @Override
  public String toString() {
    return tag;
  }
}
