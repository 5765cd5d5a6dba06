package org.sipbond.core.b2bua;

/** What becomes of a header field on its way from one leg to the other. */
public enum Fate {
  /** Each leg has one of its own, which sipbond or its container writes; never copied. */
  ANEW("written anew"),

  /** Ends at sipbond. */
  STAYS("stays"),

  /** Goes on as it is. */
  PASSES("passes"),

  /** Goes on, and holds identifiers of dialogs, which have to be those of the other leg. */
  DIALOG("passes, dialogs translated"),

  /** Goes on with those option tags that {@link OptionTag} lets pass. */
  OPTIONS("passes, with the option tags below"),

  /** Goes on unless a URI in it names an IP address: that is a host of the other side. */
  REFERENCE("passes unless it names an IP address"),

  /** Goes on, but not from a bond that is not trusted. */
  VOUCHED("passes from a trusted bond"),

  /** Goes on between trusted bonds only. */
  TRUST_DOMAIN("passes between trusted bonds"),

  /** From a trusted bond; to one that is not trusted unless {@code Privacy} has {@code id}. */
  ASSERTED("passes from a trusted bond; to one that is not, unless Privacy has id"),

  /** Goes on unless it may tell who somebody is that asked an untrusted bond not to be told. */
  SIGNED("passes; to a bond that is not trusted, unless Privacy has id or user"),

  /** Goes on unless {@code Privacy} has {@code user} and the bond is not trusted. */
  PERSONAL("passes; to a bond that is not trusted, unless Privacy has user"),

  /** Goes on without what was done for it. */
  PRIVACY("passes; to a bond that is not trusted, without what was done");

  private final String words;

  Fate(String words) {
    this.words = words;
  }

  /** Whether no circumstances let it pass. */
  boolean isNever() {
    return this == ANEW || this == STAYS;
  }

  /** As the table says it. */
  @Override
  public String toString() {
    return words;
  }
}
