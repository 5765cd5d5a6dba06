package org.sipbond.core.b2bua;

/** Who speaks on a leg of a bridged call. */
public enum Party {
  /** Whose INVITE began the call. */
  CALLER,
  /** Whom it was sent on to. */
  CALLEE;

  /** The one at the other end of the call. */
  public Party other() {
    return this == CALLER ? CALLEE : CALLER;
  }
}
